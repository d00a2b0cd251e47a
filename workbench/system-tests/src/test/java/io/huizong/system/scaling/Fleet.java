package io.huizong.system.scaling;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huizong.contract.event.ReportEvent;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.instances.ReportsLog;
import io.huizong.system.instances.Stage;

/** So many instances on a stage of their own. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final String WAITING = "select coalesce(sum(next_offset), 0) from log_position";
    private static final String MARKED = "select count(*) from rollup where unpublished is not null";

    private final Stage stage = new Stage();
    private final ReportsLog log = new ReportsLog(stage);
    private final List<AggregationInstance> instances = new ArrayList<>();
    private long published;

    Fleet(int size) throws IOException {
        for (int number = 1; number <= size; number++) {
            AggregationInstance instance =
                    new AggregationInstance(number, stage, List.of("-XX:+UseSerialGC", "-Xmx512m"), Map.of());
            instance.start();
            instances.add(instance);
        }
        instances.forEach(AggregationInstance::awaitReady);
    }

    /** Publishes the reports and returns how long it took until all of them were applied. */
    Duration apply(List<ReportEvent> reports) throws Exception {
        try (Connection connection = stage.connection()) {
            long began = System.nanoTime();
            log.publish(reports);
            published += reports.size();
            await("all reports to be applied")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(MOMENT)
                    .until(() -> number(connection, WAITING) == published);
            Duration taken = Duration.ofNanos(System.nanoTime() - began);
            // Publishing the changes goes on behind it; the next measurement is to have the machine for itself.
            await("all changes to be published").atMost(PATIENCE).until(() -> number(connection, MARKED) == 0);
            return taken;
        }
    }

    /** The sum of a counter of all instances, by its name in the Prometheus format. */
    double counter(String name) throws IOException, InterruptedException {
        double sum = 0;
        for (AggregationInstance instance : instances) {
            sum += new String(instance.get("/q/metrics", "").body())
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
        return sum;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        instances.forEach(AggregationInstance::close);
        log.close();
        stage.close();
    }
}
