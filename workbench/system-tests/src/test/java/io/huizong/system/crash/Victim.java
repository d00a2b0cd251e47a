package io.huizong.system.crash;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.huizong.local.Stage;
import io.huizong.system.instances.AggregationInstance;

/** An instance that can be killed at a fault point: a proxy between it and its database knows when it comes there. */
final class Victim implements AutoCloseable {

    private final Trap trap = new Trap(this::kill);
    private final DatabaseProxy proxy;
    private final AggregationInstance instance;

    Victim(Stage stage) throws IOException {
        proxy = DatabaseProxy.of(stage.jdbcUrl(), trap);
        instance = new AggregationInstance(stage, settings(proxy.jdbcUrl()));
    }

    private static Map<String, String> settings(String jdbcUrl) {
        return Map.of(
                // The proxy knows what a statement does by its text, which a prepared one does not send again.
                "quarkus.datasource.jdbc.additional-jdbc-properties.useServerPrepStmts",
                "false",
                "quarkus.datasource.jdbc.url",
                jdbcUrl,
                // As soon as the broker allows, others take over from a dead instance.
                "mp.messaging.incoming.reports.session.timeout.ms",
                "6000",
                "mp.messaging.incoming.reports.heartbeat.interval.ms",
                "1500",
                // Many transactions, hence many moments to die in.
                "mp.messaging.incoming.reports.max.poll.records",
                "20",
                "huizong.rebuilds.check-interval",
                "2s");
    }

    AggregationInstance instance() {
        return instance;
    }

    void start() throws IOException {
        instance.start();
    }

    void awaitReady() {
        instance.awaitReady();
    }

    boolean isReady() throws IOException {
        return instance.isReady();
    }

    /** Lets the instance be killed when it comes to that point; complete when it is dead. */
    CompletableFuture<Void> killAt(FaultPoint point) {
        return trap.set(point);
    }

    /** Kills the instance as it stands; returns when it is dead. */
    void kill() {
        instance.kill();
    }

    @Override
    public void close() throws IOException {
        instance.close();
        proxy.close();
    }
}
