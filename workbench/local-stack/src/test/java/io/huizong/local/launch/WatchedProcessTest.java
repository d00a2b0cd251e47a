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
import java.util.OptionalLong;
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

    private final AtomicInteger launches = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final ProcessListener listener = new ProcessListener() {
        @Override
        public void launched() {
            launches.incrementAndGet();
        }

        @Override
        public void answered() {
            answers.incrementAndGet();
        }

        @Override
        public void ended() {
            ends.incrementAndGet();
        }
    };
    private Optional<String> waitsFor = Optional.empty();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(err, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void a_process_that_dies_is_started_again() throws Exception {
        WatchedProcess process = watched("while :; do sleep 1; done", true);
        process.start();
        process.watch();
        long first = process.pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(answers).hasValue(2));
        assertThat(launches).hasValue(2);
        assertThat(ends).hasValue(1);
        assertThat(process.pid()).isNotEmpty().isNotEqualTo(OptionalLong.of(first));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The stand-in ended with exit code 137");
        process.stop().get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_process_that_was_stopped_stays_stopped() throws Exception {
        WatchedProcess process = watched("while :; do sleep 1; done", true);
        process.start();
        process.watch();

        process.stop().get(10, TimeUnit.SECONDS);

        assertThat(ProcessHandle.of(process.pid().orElseThrow())).isEmpty();
        await().during(1, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(launches).hasValue(1));
        assertThat(ends).hasValue(0);
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
    void its_log_is_shown_without_frames_of_stack_traces_and_readiness_checks() {
        WatchedProcess process = watched("""
                echo 'Caused by: Unknown database'
                for i in 1 2 3 4 5 6 7 8 9; do printf '\\tat some.Class.method(Class.java:%s)\\n' $i; done
                printf '\\t... 12 more\\n'
                for i in 1 2 3 4 5 6 7 8 9; do printf '\\tat some.Class.method(Class.java:%s)\\n' $i; done
                for i in 1 2 3 4 5 6 7 8 9; do echo 'INFO SRHCK01001: Reporting health down status'; done
                exit 1""", false);

        assertThatThrownBy(process::start).hasMessageEndingWith("  Caused by: Unknown database");
    }

    @Test
    void a_process_that_is_not_ready_says_what_it_waits_for() {
        WatchedProcess process = watched("exit 1", false);
        waitsFor = Optional.of("generation: the totals are being rebuilt");

        assertThatThrownBy(process::start)
                .hasMessageStartingWith(
                        "The stand-in ended before it answered: generation: the totals are being rebuilt.");
    }

    private WatchedProcess watched(String script, boolean answers) {
        return new WatchedProcess("stand-in", new StandIn(script, answers), folder.resolve("log"), console, listener);
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

        @Override
        public Optional<String> waitsFor() {
            return waitsFor;
        }
    }
}
