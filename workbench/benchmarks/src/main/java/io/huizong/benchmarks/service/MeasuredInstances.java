package io.huizong.benchmarks.service;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import io.huizong.benchmarks.load.Backlog;
import io.huizong.contract.event.ReportEvent;
import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** Instances of the aggregation service that share a stage, and a backlog for them. */
public final class MeasuredInstances implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration MOMENT = Duration.ofMillis(5);
    private static final Duration WHILE = Duration.ofMillis(200);
    private static final String APPLIED = "select coalesce(sum(next_offset), 0) from log_position";
    private static final String MARKED =
            "select exists (select 1 from rollup force index (unpublished) where generation = 1 and unpublished is not null)";

    private final Stage stage;
    private final Backlog backlog;
    private final List<ServiceProcess> instances = new ArrayList<>();
    private final Connection connection;
    private int piled;

    /** So many instances, started and ready. */
    public MeasuredInstances(Stage stage, int size) throws Exception {
        this.stage = stage;
        for (int number = 0; number < size; number++) {
            instances.add(MeasuredService.AGGREGATION.start(stage));
        }
        for (ServiceProcess instance : instances) {
            instance.awaitReady();
        }
        backlog = new Backlog(stage.servers().kafka(), stage.topic());
        connection = stage.connection();
    }

    /** Lets the instances stand still while all the reports are published. */
    public void pile(List<ReportEvent> reports) throws Exception {
        for (ServiceProcess instance : instances) {
            instance.pause();
        }
        piled = reports.size();
        backlog.publish(reports);
    }

    /** Has applied what was piled up: how many reports a second. */
    public double applyPerSecond() throws Exception {
        long begin = System.nanoTime();
        for (ServiceProcess instance : instances) {
            instance.resume();
        }
        awaitApplied();
        return piled * 1e9 / (System.nanoTime() - begin);
    }

    /** Has reports applied, and their changes published. */
    public void apply(List<ReportEvent> reports) throws Exception {
        backlog.publish(reports);
        awaitApplied();
        awaitPublished();
    }

    private void awaitApplied() throws Exception {
        await(APPLIED, backlog.published(), MOMENT);
    }

    /** Returns when the changes have been told too, so that whoever is measured next has the machine for itself. */
    public void awaitPublished() throws Exception {
        await(MARKED, 0, WHILE);
    }

    private void await(String query, long expected, Duration pause) throws Exception {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (number(query) != expected) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("%s does not become %d".formatted(query, expected));
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The sum of a counter of all instances, by its name in the Prometheus format. */
    public double counter(String name) throws IOException, InterruptedException {
        double sum = 0;
        for (ServiceProcess instance : instances) {
            sum += HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(HttpRequest.newBuilder(instance.uri("/q/metrics")).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
        return sum;
    }

    /** What the instances share. */
    public Stage stage() {
        return stage;
    }

    /** To the database of the instances, for whoever has to look into it or to fill it. */
    public Connection connection() {
        return connection;
    }

    /** How many records the topic was ever given. */
    public long published() {
        return backlog.published();
    }

    /** The only instance. */
    public ServiceProcess instance() {
        return instances.get(0);
    }

    @Override
    public void close() throws SQLException {
        instances.forEach(ServiceProcess::close);
        backlog.close();
        connection.close();
    }
}
