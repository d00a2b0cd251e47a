package io.huizong.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.local.service.PackagedService;

/** The images run one process that is not root, and change in their last layers only. */
class DockerfileIT {

    private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void what_changes_seldom_comes_first(String service) throws IOException {
        String from = "COPY --from=build /src/%s/target/quarkus-app/".formatted(service);

        assertThat(stage(service).lines().filter(line -> line.startsWith("COPY")))
                .containsExactly(
                        from + "lib/ lib/",
                        from + "quarkus/ quarkus/",
                        from + "quarkus-run.jar ./",
                        from + "app/ app/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void everything_that_was_packaged_is_copied(String service) throws IOException {
        try (var packaged = Files.list(PackagedService.application(ComposeFile.FOLDER.resolve(service)))) {
            assertThat(packaged.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "lib", "quarkus", "app", "quarkus-run.jar", "quarkus-app-dependencies.txt");
        }
    }

    @Test
    void the_service_is_the_first_process_and_not_root() throws IOException {
        List<String> lines = stage("service").lines().toList();

        assertThat(lines).contains("USER 10001:10001", "ENTRYPOINT [\"java\", \"-jar\", \"quarkus-run.jar\"]");
        assertThat(lines).contains("COPY --chmod=755 deploy/ready /app/ready");
    }

    /** The environment that an image gives its service. */
    static Map<String, String> environment(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String name : List.of("service", service)) {
            String joined = stage(name).replaceAll("\\\\\\n\\s*", "");
            joined.lines().filter(line -> line.startsWith("ENV ")).forEach(line -> ASSIGNMENT
                    .matcher(line)
                    .results()
                    .forEach(variable ->
                            environment.put(variable.group(1), variable.group(2).replace("\"", ""))));
        }
        return environment;
    }

    private static String stage(String name) throws IOException {
        String text = Files.readString(ComposeFile.FOLDER.resolve("deploy/Dockerfile"));
        for (String stage : text.split("(?m)^(?=FROM )")) {
            if (stage.lines().findFirst().orElseThrow().endsWith(" AS " + name)) {
                return stage;
            }
        }
        throw new AssertionError("The Dockerfile has no stage " + name);
    }
}
