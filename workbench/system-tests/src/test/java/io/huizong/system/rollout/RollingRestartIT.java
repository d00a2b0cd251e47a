package io.huizong.system.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

import io.huizong.local.Stage;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.instances.ReportsLog;
import io.huizong.system.instances.Stalls;
import io.huizong.system.stored.StoredTables;

/** Replacing three instances one after another under load loses nothing, and no partition stands for longer than a rebalance takes. */
@Tag("slow")
@Isolated
class RollingRestartIT {

    private static final int INSTANCES = 3;

    /** A member that left is missed at once; the others come to the new round with their next heartbeat, each 3 s. */
    private static final Duration REBALANCE = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_rolling_restart_loses_nothing_and_stalls_no_longer_than_a_rebalance() throws Exception {
        List<AggregationInstance> instances = new ArrayList<>();
        try (Stage stage = new Stage()) {
            for (int number = 1; number <= INSTANCES; number++) {
                instances.add(new AggregationInstance(stage));
            }
            try (Connection database = started(stage, instances);
                    ReportsLog log = new ReportsLog(stage);
                    SteadyReports load = new SteadyReports(log)) {
                Stalls stalls = new Stalls();
                Callable<Boolean> look = () -> stalls.look(log.ends(), new StoredTables(database).positions());
                await("all partitions moving")
                        .atMost(TIMEOUT)
                        .pollInterval(LOOK)
                        .until(look);
                stalls.reset();
                for (AggregationInstance instance : instances) {
                    instance.stop();
                    instance.start();
                    await("an instance to be ready again")
                            .atMost(TIMEOUT)
                            .pollInterval(LOOK)
                            .until(() -> {
                                look.call();
                                return instance.isReady();
                            });
                }
                int published = load.finished();
                await("everything taken in").atMost(TIMEOUT).pollInterval(LOOK).until(look);

                System.out.printf(
                        "%d reports during a rolling restart of %d instances; the longest stall of a partition was %d ms%n",
                        published, INSTANCES, stalls.longest().toMillis());
                assertThat(outcomes(database)).isEqualTo(Map.of("APPLIED", published));
                JsonNode country = new ObjectMapper()
                        .readTree(instances
                                .get(0)
                                .get("/rollups/CN/2022", stage.admin())
                                .body());
                assertThat(country.at("/reports/subtree").intValue()).isEqualTo(published);
                assertThat(country.at("/indicators/petitions.visits/effective").intValue())
                        .isEqualTo(published);
                assertThat(stalls.longest()).isLessThan(REBALANCE);
            } finally {
                instances.forEach(AggregationInstance::close);
            }
        }
    }

    private static Connection started(Stage stage, List<AggregationInstance> instances) throws Exception {
        for (AggregationInstance instance : instances) {
            instance.start();
        }
        instances.forEach(AggregationInstance::awaitReady);
        return stage.connection();
    }

    private static Map<String, Integer> outcomes(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select outcome, count(*) from submission where stamp is null group by outcome")) {
            Map<String, Integer> outcomes = new HashMap<>();
            while (rows.next()) {
                outcomes.put(rows.getString(1), rows.getInt(2));
            }
            return outcomes;
        }
    }
}
