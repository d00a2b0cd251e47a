package io.huizong.system.secured;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.local.LocalIssuer;
import io.huizong.local.Stage;
import io.huizong.local.server.Ports;
import io.huizong.local.service.PackagedService;
import io.huizong.local.service.ServiceProcess;
import io.huizong.system.docs.FencedBlock;

/** TLS, certificates that are checked and passwords are settings of both services: those that docs/operations.md shows. */
class SecuredIT {

    private static final Path DOCS = Path.of("../../docs/operations.md");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final LocalIssuer issuer = LocalIssuer.create();

    @Test
    void a_report_reaches_the_totals_by_the_settings_that_the_docs_show() throws Exception {
        Certificate certificate = Certificate.make(folder);
        try (SecuredServers servers = new SecuredServers(folder, certificate)) {
            Map<String, String> shown = Map.of(
                    "kafka-1.example.org:9093,kafka-2.example.org:9093", servers.kafka(),
                    "jdbc:mysql://mysql.example.org:3306/huizong", servers.jdbcUrl(),
                    "/run/secrets/trust.p12", certificate.trust().toString(),
                    "PASSWORD_OF_TRUST", Certificate.PASSWORD,
                    "PASSWORD", SecuredServers.PASSWORD);
            Path brokers = written("brokers.properties", shown);
            Path database = written("database.properties", shown);
            try (ServiceProcess intake = start(Stage.INTAKE, brokers);
                    ServiceProcess aggregation = start(Stage.AGGREGATION, brokers, database)) {
                intake.awaitReady();
                aggregation.awaitReady();

                String id = given().auth()
                        .oauth2(issuer.token("sender", Set.of("submitter"), Set.of("CN")))
                        .contentType("application/json")
                        .body(Path.of("../../docs/samples/530181009-2021.json").toFile())
                        .post(intake.url() + "/reports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("submissionId");

                await("total").atMost(TIMEOUT).untilAsserted(() -> assertThat(given().auth()
                                .oauth2(issuer.token("viewer", Set.of("viewer"), Set.of()))
                                .get(aggregation.url() + "/rollups/CN/2021?after=" + id)
                                .<Number>path("indicators.'mediation.disputes_arisen'.effective"))
                        .isEqualTo(124));
            }
            assertThatThrownBy(() -> DriverManager.getConnection(
                            servers.jdbcUrl() + "?sslMode=DISABLED", SecuredServers.USER, SecuredServers.PASSWORD))
                    .as("the database without TLS")
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("insecure transport");
        }
    }

    private ServiceProcess start(String service, Path... settings) throws IOException {
        String locations =
                String.join(",", List.of(settings).stream().map(Path::toString).toList());
        PackagedService packaged = new PackagedService(
                Path.of("../..", service),
                Ports.free(),
                Stage.SHORT_LIVED,
                Map.of(
                        "SMALLRYE_CONFIG_LOCATIONS",
                        locations,
                        "HUIZONG_TOPICS_REPLICATION",
                        "1",
                        "HUIZONG_TOPICS_MIN_INSYNC_REPLICAS",
                        "1",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        issuer.publicKeyLocation(),
                        "MP_JWT_VERIFY_ISSUER",
                        LocalIssuer.ISSUER),
                Path.of("target", "logs", "secured", service + ".log").toAbsolutePath());
        return new ServiceProcess(packaged).start();
    }

    /** The file of that name as the docs show it, with the servers of this test in place of the examples. */
    private Path written(String name, Map<String, String> shown) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(FencedBlock.in(DOCS).stream()
                .filter(block -> block.text().startsWith("# " + name + "\n"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The docs do not show " + name))
                .text()));
        settings.replaceAll((setting, value) -> replaced(value.toString(), shown));
        Path file = folder.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        return file;
    }

    // The longest first: one example is the beginning of another.
    private static String replaced(String value, Map<String, String> shown) {
        String replaced = value;
        for (String example : shown.keySet().stream()
                .sorted((left, right) -> right.length() - left.length())
                .toList()) {
            replaced = replaced.replace(example, shown.get(example));
        }
        return replaced;
    }
}
