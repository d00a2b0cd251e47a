package io.huizong.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import io.huizong.local.process.LeashedProcess;

/** A server in a process of its own, which can be killed and started again over the same data. */
public final class RunningServer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final Server server;
    private volatile LeashedProcess process;

    /** A server that is not started yet. */
    public RunningServer(Server server) {
        this.server = server;
    }

    /** Returns when the server answers. */
    public RunningServer start() {
        try {
            server.prepare();
            process = LeashedProcess.start(server.command());
            ServerProcess.awaitAnswer(server, process, TIMEOUT, seconds -> {});
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process runs: started, and neither stopped nor killed. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Sends SIGKILL and returns when the process has ended. */
    public void kill() {
        process.kill();
    }

    /** Stops the process if it runs, and removes its data if they are disposable. */
    @Override
    public void close() {
        if (isAlive()) {
            process.release().join();
        }
    }
}
