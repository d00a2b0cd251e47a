package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.huizong.local.process.LeashedProcess;
import io.huizong.local.server.Server;
import io.huizong.local.server.ServerProcess;

/** A process that is started again when it dies, after a pause that doubles while it dies soon, until it is stopped. */
final class WatchedProcess {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Server server;
    private final Path log;
    private final Console console;
    private final ProcessListener listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile LeashedProcess process;
    private volatile String saidReason = "";

    WatchedProcess(String name, Server server, Path log, Console console, ProcessListener listener) {
        this.name = name;
        this.server = server;
        this.log = log;
        this.console = console;
        this.listener = listener;
    }

    String name() {
        return name;
    }

    /** Returns when the process answers. */
    void start() throws Fault {
        try {
            server.prepare();
            Instant begin = Instant.now();
            ServerProcess.awaitAnswer(server, launch(), TIMEOUT, this::sayWaiting);
            console.say("  %s answers after %.1f s".formatted(name, seconds(begin)));
            listener.answered();
        } catch (IOException e) {
            String reason = server.waitsFor().map(": %s"::formatted).orElse("");
            throw new Fault("The %s %s%s.".formatted(name, e.getMessage(), reason) + LogTail.of(log), e);
        }
    }

    /** Watches from now on in the background. */
    void watch() {
        Thread watcher = new Thread(this::keepAlive, "watch-" + name);
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Empty before the first start. */
    OptionalLong pid() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    /** Stops the process, if it runs, and keeps it stopped; complete when it is gone. */
    synchronized CompletableFuture<Integer> stop() {
        stopping.countDown();
        return process == null ? CompletableFuture.completedFuture(0) : process.release();
    }

    private synchronized LeashedProcess launch() throws IOException {
        if (stopping.getCount() == 0) {
            throw new IOException("is not started any more, as the run is ending");
        }
        process = LeashedProcess.start(server.command());
        listener.launched();
        return process;
    }

    private void keepAlive() {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Instant begin = Instant.now();
            int code = process.onExit().join();
            tellEnd();
            boolean livedLong = Instant.now().isAfter(begin.plus(MAX_PAUSE));
            pause = livedLong ? FIRST_PAUSE : pause;
            if (stopsWithin(pause)) {
                return;
            }
            console.complain(
                    "The %s ended with exit code %d and is started again; its log is %s".formatted(name, code, log));
            startAgain();
            pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
        }
    }

    private void tellEnd() {
        try {
            if (stopping.getCount() > 0) {
                listener.ended();
            }
        } catch (IOException e) {
            console.complain("What follows from the end of the %s failed: %s".formatted(name, e.getMessage()));
        }
    }

    private void startAgain() {
        try {
            start();
        } catch (Fault e) {
            if (stopping.getCount() > 0) {
                console.complain(e.getMessage());
                process.release();
            }
        }
    }

    private boolean stopsWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void sayWaiting(long seconds) {
        String reason = server.waitsFor().orElse("");
        boolean isNews = !reason.isEmpty() && !reason.equals(saidReason);
        saidReason = reason;
        console.say("  waiting for the %s, %d s%s".formatted(name, seconds, isNews ? ": " + reason : ""));
    }

    private static double seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
