package io.huizong.system.drill;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.huizong.local.Stage;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.instances.ReportsLog;
import io.huizong.system.instances.Stalls;
import io.huizong.system.stored.ShownRollup;
import io.huizong.system.stored.StoredTables;

/** Looks many times a second how far totals are: the whole country's as each instance shows them, and each partition's. */
final class TotalsWatch implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;
    private static final int VALID_SECONDS = 1;
    private static final String WHOLE_COUNTRY = "/rollups/CN/2022";

    private final Stage stage;
    private final ReportsLog log;
    private final String token;
    private final ScheduledExecutorService looks;
    private final LongestGap country = new LongestGap();
    private final Stalls partitions = new Stalls();
    private long newest;
    private Connection database;
    private volatile Map<Integer, Long> ends = Map.of();
    private volatile Map<Integer, Long> applied = Map.of();

    TotalsWatch(Stage stage, ReportsLog log, List<AggregationInstance> instances) {
        this.stage = stage;
        this.log = log;
        this.token = stage.admin();
        looks = Executors.newScheduledThreadPool(instances.size() + 2);
        instances.forEach(instance -> repeat(() -> lookAt(instance)));
        repeat(this::lookAtEnds);
        repeat(this::lookAtApplied);
    }

    private interface Look {
        void look() throws IOException, InterruptedException, SQLException, ExecutionException;
    }

    private void repeat(Look look) {
        Runnable patient = () -> {
            try {
                look.look();
            } catch (IOException | SQLException | ExecutionException away) {
                // What was asked is the machine that is lost, or needs it. Nothing is seen to move meanwhile.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        looks.scheduleWithFixedDelay(patient, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookAt(AggregationInstance instance) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = instance.get(WHOLE_COUNTRY, token);
        if (answer.statusCode() == 200) {
            shown(ShownRollup.version(answer.body()));
        }
    }

    /** A version that is no higher than one before was there before: the database went back. */
    private synchronized void shown(long version) {
        if (version > newest) {
            newest = version;
            country.happened();
        }
    }

    private void lookAtEnds() throws ExecutionException, InterruptedException {
        ends = log.ends();
    }

    private void lookAtApplied() throws SQLException {
        if (database == null || !database.isValid(VALID_SECONDS)) {
            database = stage.connection();
        }
        applied = new StoredTables(database).positions();
        partitions.look(ends, applied);
    }

    void reset() {
        country.reset();
        partitions.reset();
    }

    /** The longest time in which the whole country's totals did not come to what they had not been before. */
    Duration country() {
        return country.longest();
    }

    /** The longest time in which nothing of one partition was applied, though records of it waited. */
    Duration partition() {
        return partitions.longest();
    }

    /** How many records were not applied when that was last seen. */
    long waiting() {
        return sum(ends) - sum(applied);
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() throws SQLException {
        looks.shutdownNow();
        if (database != null) {
            database.close();
        }
    }
}
