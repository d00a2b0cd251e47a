package io.huizong.aggregation.ingest.batch;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;

/** A batch that the database ends to break a deadlock is applied all the same, and counted. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class DeadlockRetryTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    @Inject
    ReportsTopicWriter log;

    @Inject
    ChangesReader changes;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @Test
    void the_victim_of_a_deadlock_is_applied_after_all() throws Exception {
        double before = deadlocks();
        report(1);
        eventually().untilAsserted(() -> assertThat(cell("CN")).contains("[1,1,0]"));
        // Afterwards nobody but who applies the next report locks the township's row.
        eventually().until(() -> changes.marks() == 0);

        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("create table weight (number int primary key)");
            other.setAutoCommit(false);
            // The database ends the transaction that has changed less.
            for (int number = 0; number < 100; number++) {
                statement.addBatch("insert into weight values (%d)".formatted(number));
            }
            statement.executeBatch();
            statement.execute("update rollup set version = version + 1 where jurisdiction = 'CN'");
            report(2);
            eventually().until(() -> isLocked("110101001"));
            statement.execute("update rollup set version = version + 1 where jurisdiction = '110101001'");
            other.commit();
            other.setAutoCommit(true);
        }

        eventually().untilAsserted(() -> assertThat(cell("CN")).contains("[2,1,0]"));
        assertThat(deadlocks()).isEqualTo(before + 1);
    }

    @Test
    void any_other_failure_is_not_taken_for_a_deadlock() {
        SimpleMeterRegistry counted = new SimpleMeterRegistry();
        IllegalStateException failure = new IllegalStateException(new SQLException("syntax error", "42000"));

        assertThatThrownBy(() -> new DeadlockRetry(counted).survive(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(counted.get("huizong.deadlocks").counter().count()).isZero();
    }

    @Test
    void deadlocks_without_end_are_a_failure() {
        SimpleMeterRegistry counted = new SimpleMeterRegistry();
        IllegalStateException failure = new IllegalStateException(new SQLException("Deadlock found", "40001"));

        assertThatThrownBy(() -> new DeadlockRetry(counted).survive(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(counted.get("huizong.deadlocks").counter().count()).isEqualTo(6);
    }

    private double deadlocks() {
        return meters.counter("huizong.deadlocks").count();
    }

    private void report(int figure) {
        log.publish(submitted(wholeArea("110101001", ARISEN, figure)));
    }

    /** Whether another transaction holds the township's row. */
    private boolean isLocked(String jurisdiction) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select 1 from rollup force index (primary) where generation = 1 and"
                        + " period = '2022' and jurisdiction = '%s' for update skip locked".formatted(jurisdiction))) {
            return !row.next();
        }
    }

    private String cell(String jurisdiction) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select cells from rollup where jurisdiction = '%s'".formatted(jurisdiction))) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
