package io.huizong.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.local.process.Command;
import io.huizong.local.server.Server;

/** A process that dies is started again until it is stopped; one that cannot start says why. */
class WatchedProcessTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(err, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void a_process_that_dies_is_started_again() throws Exception {
        AtomicInteger restarts = new AtomicInteger();
        WatchedProcess process = watched("while :; do sleep 1; done", true);
        process.start();
        process.watch(restarts::incrementAndGet);
        long first = process.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(restarts).hasValue(1));
        assertThat(process.pid()).isNotEqualTo(first);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The stand-in ended with exit code 137");
        process.stop().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_process_that_was_stopped_stays_stopped() throws Exception {
        AtomicInteger restarts = new AtomicInteger();
        WatchedProcess process = watched("while :; do sleep 1; done", true);
        process.start();
        process.watch(restarts::incrementAndGet);

        process.stop().get(10, TimeUnit.SECONDS);

        assertThat(ProcessHandle.of(process.pid())).isEmpty();
        await().during(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(restarts).hasValue(0));
        assertThatThrownBy(process::start).isInstanceOf(Fault.class);
    }

    @Test
    void a_process_that_ends_at_once_shows_the_end_of_its_log() {
        WatchedProcess process = watched("echo the disk is full; exit 1", false);

        assertThatThrownBy(process::start)
                .isInstanceOf(Fault.class)
                .hasMessageContaining("The stand-in ended before it answered.")
                .hasMessageContaining(folder.resolve("log").toString())
                .hasMessageEndingWith("  the disk is full");
    }

    @Test
    void what_it_shows_are_causes_and_not_the_frames_of_stack_traces() {
        WatchedProcess process = watched("""
                echo 'Caused by: Unknown database'
                for i in 1 2 3 4 5 6 7 8 9; do printf '\\tat some.Class.method(Class.java:%s)\\n' $i; done
                printf '\\t... 12 more\\n'
                for i in 1 2 3 4 5 6 7 8 9; do printf '\\tat some.Class.method(Class.java:%s)\\n' $i; done
                exit 1""", false);

        assertThatThrownBy(process::start).hasMessageEndingWith("  Caused by: Unknown database");
    }

    private WatchedProcess watched(String script, boolean answers) {
        return new WatchedProcess("stand-in", new StandIn(script, answers), folder.resolve("log"), console);
    }

    private final class StandIn implements Server {

        private final String script;
        private final boolean answers;

        private StandIn(String script, boolean answers) {
            this.script = script;
            this.answers = answers;
        }

        @Override
        public void prepare() {
            // It needs nothing.
        }

        @Override
        public Command command() {
            return new Command(List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("log"), Optional.empty());
        }

        @Override
        public boolean answers() {
            return answers;
        }
    }
}
