package io.huizong.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads {@code run.json} finds all that is needed to use the run, and nothing when there is none. */
class RunFileTest {

    @TempDir
    Path folder;

    @Test
    void the_file_says_where_everything_is() throws Exception {
        RunFile file = new RunFile(folder.resolve("run.json"));
        file.write(content(1L));

        file.write(content(2L));

        JsonNode json = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
        assertThat(json.path("intake").asText()).isEqualTo("http://localhost:8080");
        assertThat(json.path("intakes").get(1).asText()).isEqualTo("http://localhost:8082");
        assertThat(json.path("tokens").path("viewer").asText()).isEqualTo("v");
        assertThat(json.path("databaseUser").asText()).isEqualTo("owner");
        assertThat(json.path("databasePassword").asText()).isEqualTo("secret");
        assertThat(json.path("issuer").asText()).isEqualTo("https://huizong.local");
        assertThat(json.path("pids").path("kafka").asLong()).isEqualTo(2);
        assertThat(json.path("pids").has("database")).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void only_the_owner_reads_tokens_and_passwords() throws Exception {
        new RunFile(folder.resolve("run.json")).write(content(1L));

        assertThat(Files.getPosixFilePermissions(folder.resolve("run.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_processes_of_a_killed_run_are_known_until_the_file_is_removed() throws Exception {
        RunFile file = new RunFile(folder.resolve("run.json"));
        file.write(content(7L));
        assertThat(file.leftPids()).containsExactly(7L);

        file.remove();

        assertThat(file.leftPids()).isEmpty();
    }

    private static RunFile.Content content(long pid) {
        return RunFile.Content.of(
                new Endpoints(
                        List.of("http://localhost:8080", "http://localhost:8082"),
                        List.of("http://localhost:8081"),
                        "127.0.0.1:9092",
                        "jdbc:mysql://db/huizong",
                        "owner",
                        "secret"),
                Map.of("viewer", "v"),
                Map.of("kafka", pid));
    }
}
