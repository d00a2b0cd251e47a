package io.huizong.system.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.local.LocalServers;
import io.huizong.local.Stage;
import io.huizong.local.server.Ports;
import io.huizong.local.service.PackagedService;
import io.huizong.local.service.ServiceProcess;

/**
 * With the environment that image and Compose give them, and the secrets that {@code make-secrets} makes, both services run:
 * in place of containers they are processes, in place of Compose's servers the tests' own.
 */
class ComposeIT {

    private static final Path DEPLOY = ComposeFile.FOLDER.resolve("deploy").toAbsolutePath();
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final LocalServers servers = LocalServers.shared();
    private final String name =
            "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @TempDir
    private Path folder;

    @Test
    void the_pair_runs_as_compose_sets_it_up() throws Exception {
        assumeThat(servers.dbUser()).as("the user of Compose's database").isEqualTo("huizong");
        makeSecrets();
        try (ServiceProcess intake = start(Stage.INTAKE);
                ServiceProcess aggregation = start(Stage.AGGREGATION)) {
            awaitHealthy(intake);
            awaitHealthy(aggregation);

            Response accepted = given().auth()
                    .oauth2(output("bash", script("token"), "me", "submitter", "CN"))
                    .contentType("application/json")
                    .body(ComposeFile.FOLDER
                            .resolve("docs/samples/530181009-2021.json")
                            .toFile())
                    .post(intake.url() + "/reports");

            assertThat(accepted.statusCode()).isEqualTo(202);
            String id = accepted.path("submissionId");
            assertThat(accepted.header("Location")).isEqualTo("http://localhost:8081/submissions/" + id);
            String viewer = output("bash", script("token"), "me", "viewer");
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(given().auth()
                            .oauth2(viewer)
                            .get(aggregation.url() + "/rollups/CN/2021?after=" + id)
                            .<Number>path("indicators.'mediation.disputes_arisen'.effective"))
                    .isEqualTo(124));
            assertThat(intake.log()).content().doesNotContain("Unrecognized configuration key");
            assertThat(aggregation.log()).content().doesNotContain("Unrecognized configuration key");
        } finally {
            dropDatabase();
        }
    }

    @Test
    void a_service_that_is_away_is_not_healthy() throws Exception {
        assertThat(health(Ports.free())).isNotZero();
    }

    private void makeSecrets() throws Exception {
        for (String script : new String[] {"make-secrets", "token"}) {
            Files.copy(DEPLOY.resolve("compose").resolve(script), folder.resolve(script));
        }
        // It leaves alone what is there: the password of the database that is used here.
        Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/mysql-password"), servers.dbPassword());
        output("bash", script("make-secrets"));
        for (String secret : ComposeFile.read().section("secrets").keySet()) {
            assertThat(folder.resolve("secrets").resolve(secret)).isNotEmptyFile();
        }
    }

    private String script(String script) {
        return folder.resolve(script).toString();
    }

    private ServiceProcess start(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>(DockerfileIT.environment(service));
        environment.putAll(ComposeFile.read().environment(service));
        environment.replaceAll((variable, value) -> value.replace("/run/secrets", folder.resolve("secrets") + ""));
        environment.replace("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", servers.kafka());
        environment.replace(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://mysql:3306/huizong", servers.jdbcUrl("huizong_" + name));
        // Topics and a group of its own on brokers that others use too.
        environment.put("HUIZONG_TOPICS_REPORTS", "reports-" + name);
        if (service.equals(Stage.AGGREGATION)) {
            environment.put("HUIZONG_TOPICS_ROLLUP_CHANGES", "rollup-changes-" + name);
            environment.put("MP_MESSAGING_INCOMING_REPORTS_GROUP_ID", name);
        }
        // As an environment variable it would reach the JVM that holds the service on its leash, too.
        List<String> jvm = List.of(environment.remove("JAVA_TOOL_OPTIONS").split(" "));
        Path log = Path.of("target", "logs", name, service + ".log").toAbsolutePath();
        Path module = ComposeFile.FOLDER.resolve(service);
        return new ServiceProcess(new PackagedService(module, Ports.free(), jvm, environment, log)).start();
    }

    private static void awaitHealthy(ServiceProcess service) {
        await("health of " + service.url()).atMost(TIMEOUT).until(() -> health(service.port()) == 0);
        assertThat(service.isReady()).isTrue();
    }

    private static int health(int port) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder(DEPLOY.resolve("ready").toString());
        check.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return check.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    private void dropDatabase() throws Exception {
        String url = servers.jdbcUrl("huizong_" + name);
        try (var connection = DriverManager.getConnection(url, servers.dbUser(), servers.dbPassword());
                var statement = connection.createStatement()) {
            statement.execute("drop database huizong_" + name);
        }
    }
}
