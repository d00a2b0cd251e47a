package io.huizong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import io.huizong.local.process.LeashedProcess;
import io.huizong.local.server.Server;
import io.huizong.local.server.ServerProcess;

/**
 * A server that belongs to the whole JVM. Its pid is kept as a system property, so that a copy of this class in
 * another class loader can stop and start it too.
 */
final class SharedServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String pidProperty;
    private final Server server;

    SharedServer(String pidProperty, Server server) {
        this.pidProperty = pidProperty;
        this.server = server;
    }

    void start() {
        try {
            server.prepare();
            LeashedProcess process = LeashedProcess.start(server.command());
            // The hook also keeps the process object, and with it the leash, from being collected with its class
            // loader.
            Runtime.getRuntime().addShutdownHook(new Thread(process::release));
            System.setProperty(pidProperty, Long.toString(process.pid()));
            ServerProcess.awaitAnswer(server, process, TIMEOUT, seconds -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server in good order and keeps its data. */
    void stop() {
        ProcessHandle.of(Long.getLong(pidProperty)).ifPresent(process -> {
            process.destroy();
            process.onExit().join();
        });
    }
}
