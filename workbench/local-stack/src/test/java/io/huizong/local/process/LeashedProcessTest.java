package io.huizong.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leashed process never outlives the process that started it. */
class LeashedProcessTest {

    private static final List<String> FOR_EVER = List.of("/bin/sh", "-c", "while :; do sleep 1; done");

    @TempDir
    Path folder;

    @Test
    void a_released_process_stops() throws Exception {
        LeashedProcess process = LeashedProcess.start(command(FOR_EVER, Optional.empty()));
        assertThat(isRunning(process.pid())).isTrue();

        process.release().get(10, TimeUnit.SECONDS);

        assertThat(isRunning(process.pid())).isFalse();
    }

    @Test
    void a_process_that_ends_by_itself_passes_on_its_exit_code_and_keeps_its_folder() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));

        LeashedProcess process =
                LeashedProcess.start(command(List.of("/bin/sh", "-c", "echo bye; exit 7"), Optional.of(data)));

        assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(folder.resolve("log")).content().isEqualToIgnoringNewLines("bye");
        assertThat(data).exists();
    }

    @Test
    void a_disposable_folder_goes_with_the_process_that_was_released() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("file"), "x");
        LeashedProcess process = LeashedProcess.start(command(FOR_EVER, Optional.of(data)));

        process.release().get(10, TimeUnit.SECONDS);

        assertThat(data).doesNotExist();
    }

    @Test
    void a_starter_that_is_killed_takes_its_process_along() throws Exception {
        Path pidFile = folder.resolve("pid");
        Process starter = new ProcessBuilder(
                        JavaCommand.EXECUTABLE,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.resolve("log").toString(),
                        pidFile.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(pidFile));
        long pid = Long.parseLong(Files.readString(pidFile));
        assertThat(isRunning(pid)).isTrue();

        starter.destroyForcibly();

        await().atMost(Duration.ofMinutes(1)).until(() -> !isRunning(pid));
    }

    /** A program that starts a process and stays. */
    static final class Starter {

        private Starter() {}

        public static void main(String... arguments) throws Exception {
            LeashedProcess process =
                    LeashedProcess.start(new Command(FOR_EVER, Map.of(), Path.of(arguments[0]), Optional.empty()));
            Path partial = Files.writeString(Path.of(arguments[1] + ".partial"), Long.toString(process.pid()));
            Files.move(partial, Path.of(arguments[1]));
            process.onExit().get();
        }
    }

    private Command command(List<String> line, Optional<Path> disposable) throws IOException {
        return new Command(line, Map.of(), folder.resolve("log"), disposable);
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
