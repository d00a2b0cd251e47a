package io.huizong.system.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.local.Stage;
import io.huizong.system.history.Place;
import io.huizong.system.history.RandomSubmissions;
import io.huizong.system.history.Rollup;
import io.huizong.system.history.Seed;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.instances.ReportsLog;
import io.huizong.system.stored.StoredTables;

/**
 * The restore drill: the schema is dropped, the service is started, and every cell is what it was before. {@code -Dcrash.long=true}
 * does it under another seed each time, {@code -Dcrash.seed} under one that was printed.
 */
class RestoreDrillIT {

    private static final int RECORDS = 600;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Each with the order of its rows; of rollups also the cells as numbers. */
    private static final Map<String, String> TABLES = Map.of(
            "submission",
            "submission_id, jurisdiction, period",
            "submission_key",
            "client, idempotency_key, body_line, jurisdiction, period",
            "report",
            "period, jurisdiction",
            "uncounted",
            "submission_id, jurisdiction, period",
            "unreadable",
            "log_partition, log_offset",
            "log_position",
            "log_partition");

    /** What the tables hold, row by row, and the rollups cell by cell. */
    private record Contents(Map<String, List<String>> rows, Map<Place, Rollup> rollups) {}

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_database_that_was_lost_is_filled_again_from_the_log() throws Exception {
        long seed = Seed.of("crash.seed", Boolean.getBoolean("crash.long"));
        System.out.printf("Restore drill; -Dcrash.seed=%d repeats it%n", seed);
        RandomSubmissions history = new RandomSubmissions(seed, DivisionTree.bundled(), IndicatorCatalog.bundled());
        try (Stage stage = new Stage();
                ReportsLog log = new ReportsLog(stage);
                AggregationInstance instance = new AggregationInstance(stage)) {
            instance.start();
            instance.awaitReady();
            log.publish(history.next(RECORDS));
            Contents before = takenIn(stage, log);
            assertThat(before.rollups()).hasSizeGreaterThan(20);

            instance.stop();
            drop(stage);
            long dropped = System.nanoTime();
            instance.start();
            instance.awaitReady();
            Contents after = takenIn(stage, log);

            System.out.printf(
                    "Filled again from %d records in %d ms, start included: %d rollups, %d reports%n",
                    RECORDS,
                    (System.nanoTime() - dropped) / 1_000_000,
                    after.rollups().size(),
                    after.rows().get("report").size());
            assertThat(after.rollups()).isEqualTo(before.rollups());
            TABLES.keySet().forEach(table -> assertThat(after.rows().get(table))
                    .as(table)
                    .isEqualTo(before.rows().get(table)));
        }
    }

    private static void drop(Stage stage) throws SQLException {
        try (Connection connection = stage.connection();
                var statement = connection.createStatement()) {
            statement.execute("drop database " + connection.getCatalog());
        }
    }

    /** What the database holds when everything is in it. */
    private static Contents takenIn(Stage stage, ReportsLog log) throws Exception {
        Map<Integer, Long> ends = log.ends();
        try (Connection connection = stage.connection()) {
            StoredTables stored = new StoredTables(connection);
            await("everything taken in").atMost(TIMEOUT).until(() -> stored.positions()
                    .equals(ends));
            Map<String, List<String>> rows = new TreeMap<>();
            for (var table : TABLES.entrySet()) {
                rows.put(table.getKey(), rows(connection, table.getKey(), table.getValue()));
            }
            return new Contents(rows, stored.rollups());
        }
    }

    private static List<String> rows(Connection connection, String table, String order) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select * from %s where stamp is null order by %s".formatted(table, order))) {
            int columns = row.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    text.append(row.getMetaData().getColumnName(column))
                            .append('=')
                            .append(row.getString(column))
                            .append("; ");
                }
                rows.add(text.toString());
            }
            return rows;
        }
    }
}
