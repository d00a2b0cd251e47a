package io.huizong.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher cannot do it refuses with a sentence, before anything is started. */
class RunLocalTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --demos                  | --demos is no option of run-local.
                    --samples                | --samples needs a folder.
                    --no-samples --samples x | --samples and --no-samples exclude each other.
                    """)
    void a_command_line_that_is_not_understood_shows_the_usage(String line, String sentence) throws Exception {
        int code = run(Map.of(), line.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(sentence).contains("Usage: ./run-local");
    }

    @Test
    void a_folder_of_samples_that_is_not_there_is_named() throws Exception {
        assertThat(run(Map.of(), "--samples", "nowhere")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("nowhere is no folder");
    }

    @Test
    void a_port_base_that_is_none_is_named() throws Exception {
        assertThat(run(Map.of("HUIZONG_PORT_BASE", "high"), "--no-samples")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("HUIZONG_PORT_BASE is high, expected a port from 1 to 65531.");
    }

    @Test
    void a_service_that_is_not_built_is_named() throws Exception {
        Map<String, String> outside = Map.of(
                "HUIZONG_KAFKA", "broker:9092",
                "HUIZONG_JDBC_URL", "jdbc:mysql://db/huizong",
                "HUIZONG_DB_USER", "root",
                "HUIZONG_PORT_BASE", "20500");

        assertThat(run(outside, "--no-samples")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("quarkus-run.jar; build it with: mvn package");
    }

    private int run(Map<String, String> environment, String... arguments) throws Exception {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new RunLocal(root, environment, console).run(List.of(arguments));
    }
}
