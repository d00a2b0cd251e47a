package io.huizong.system.deployment;

import static io.huizong.system.deployment.ComposeFile.list;
import static io.huizong.system.deployment.ComposeFile.map;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Docker Compose is told is safe to leave running: confined, restarted, in order, and without a known password. */
class ComposeTest {

    private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|SECRET|CREDENTIAL|PRIVATE|TOKEN(?!_KEYS)");
    private static final Pattern OFFER = Pattern.compile("(?m)^#(HUIZONG_\\w+)=(.*)$");

    private final ComposeFile compose = ComposeFile.read();

    ComposeTest() throws IOException {}

    static Collection<String> all() throws IOException {
        return ComposeFile.read().services();
    }

    static Collection<String> ours() {
        return ComposeFile.OURS;
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_service_is_restarted_and_can_take_neither_the_machine_nor_its_memory(String name) {
        assertThat(compose.service(name))
                .containsEntry("restart", "unless-stopped")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKey("mem_limit")
                .doesNotContainKeys("privileged", "network_mode", "pid", "cap_add");
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_image_of_others_has_a_version(String name) {
        Map<String, Object> service = compose.service(name);
        if (!service.containsKey("build")) {
            assertThat(service.get("image").toString()).matches("[^:]+:[v0-9].*");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void ports_are_open_to_this_machine_only_unless_asked_for(String name) {
        assertThat(list(compose.service(name).get("ports")))
                .allSatisfy(port -> assertThat(port).startsWith("${HUIZONG_BIND:-127.0.0.1}:"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_secret_stands_in_an_environment_or_a_command(String name) {
        compose.environment(name).forEach((variable, value) -> {
            if (SECRET_NAME.matcher(variable).find()) {
                assertThat(value).as(variable).startsWith("/run/secrets/");
            }
        });
        assertThat(list(compose.service(name).get("command"))).noneMatch(word -> word.contains("password"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void secrets_are_files_that_are_made_for_this_installation_and_never_kept_in_git(String name) throws IOException {
        String maker = Files.readString(ComposeFile.FOLDER.resolve("deploy/compose/make-secrets"));
        for (String secret : list(compose.service(name).get("secrets"))) {
            assertThat(map(compose.section("secrets").get(secret)))
                    .containsExactly(Map.entry("file", "./deploy/compose/secrets/" + secret));
            assertThat(maker).contains("secrets/" + secret);
        }
        assertThat(Files.readAllLines(ComposeFile.FOLDER.resolve(".gitignore"))).contains("deploy/compose/secrets/");
        assertThat(Files.readAllLines(ComposeFile.FOLDER.resolve(".dockerignore")))
                .contains("deploy/compose/secrets");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void our_services_run_as_the_user_of_their_image_and_have_time_to_stop(String name) {
        assertThat(compose.service(name)).containsEntry("user", "10001:10001").containsEntry("tmpfs", List.of("/tmp"));
        assertThat(seconds(compose.service(name).get("stop_grace_period"))).isGreaterThanOrEqualTo(45);
        assertThat(map(compose.service(name).get("healthcheck")))
                .containsEntry("test", List.of("CMD", "/app/ready"))
                .containsKeys("start_period", "interval", "timeout", "retries");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void our_services_start_when_what_they_need_is_healthy(String name) {
        Map<String, Object> needed = map(compose.service(name).get("depends_on"));

        assertThat(needed.keySet())
                .isEqualTo(name.equals("report-intake") ? Set.of("kafka") : Set.of("kafka", "mysql"));
        needed.forEach((server, condition) -> {
            assertThat(map(condition)).containsEntry("condition", "service_healthy");
            assertThat(map(compose.service(server).get("healthcheck"))).containsKeys("test", "start_period", "retries");
        });
    }

    @Test
    void log_and_database_outlive_their_containers() {
        assertThat(list(compose.service("kafka").get("volumes")))
                .contains("log:" + compose.environment("kafka").get("KAFKA_LOG_DIRS"));
        assertThat(list(compose.service("mysql").get("volumes"))).contains("database:/var/lib/mysql");
        Set<String> used = compose.services().stream()
                .flatMap(name -> list(compose.service(name).get("volumes")).stream())
                .map(volume -> volume.split(":")[0])
                .filter(source -> !source.startsWith("."))
                .collect(toCollection(TreeSet::new));
        assertThat(compose.section("volumes").keySet()).isEqualTo(used);
    }

    @Test
    void aggregation_service_scales_to_three() {
        Map<String, Object> service = compose.service("aggregation-service");
        assertThat(service).doesNotContainKeys("container_name", "hostname");

        MatchResult ports = Stream.of(list(service.get("ports")))
                .flatMap(List::stream)
                .map(Pattern.compile(":(\\d+)-(\\d+):8081$")::matcher)
                .filter(port -> port.find())
                .findFirst()
                .orElseThrow();
        assertThat(Integer.parseInt(ports.group(2)) - Integer.parseInt(ports.group(1)))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void what_can_be_set_is_offered() throws IOException {
        String example = Files.readString(ComposeFile.FOLDER.resolve("deploy/compose/.env.example"));
        Map<String, String> offered =
                OFFER.matcher(example).results().collect(toMap(offer -> offer.group(1), offer -> offer.group(2)));

        assertThat(offered.keySet()).isEqualTo(ComposeFile.variables().keySet());
    }

    private static int seconds(Object duration) {
        return Integer.parseInt(duration.toString().replace("s", ""));
    }
}
