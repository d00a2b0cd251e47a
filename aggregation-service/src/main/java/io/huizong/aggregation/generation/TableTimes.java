package io.huizong.aggregation.generation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * When the tables were made. Whoever loads a dump into the schema makes one table after another anew: until the last one is made,
 * the positions in the log are older than what other tables hold, and what is applied then would be overwritten.
 */
@ApplicationScoped
public class TableTimes {

    private static final String POSITIONS = "log_position";
    /** Those that follow from the log; what else there is belongs to others. */
    private static final Set<String> DERIVED = Set.of(
            POSITIONS, "generation", "submission_key", "submission", "report", "rollup", "uncounted", "unreadable");

    private static final String TIMES = """
            select lower(table_name), create_time, now() from information_schema.tables
            where table_schema = database()""";
    /** Whoever loads no table for so long has loaded all that were to be. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final DataSource database;
    private Map<String, Instant> whole;

    TableTimes(DataSource database) {
        this.database = database;
    }

    /** Whether some tables were made anew, that of the positions among them, and others not yet. */
    public synchronized boolean areTorn() {
        Map<String, Instant> now = new HashMap<>();
        Instant time = read(now);
        if (whole == null || isQuiet(now, time) || areAllNew(whole, now)) {
            whole = now;
        }
        return isTorn(whole, now, time);
    }

    /** @param time when the others were read */
    static boolean isTorn(Map<String, Instant> before, Map<String, Instant> now, Instant time) {
        boolean areMoved = !before.getOrDefault(POSITIONS, Instant.MAX).equals(now.get(POSITIONS));
        return areMoved && !isQuiet(now, time) && !areAllNew(before, now);
    }

    private static boolean isQuiet(Map<String, Instant> now, Instant time) {
        return now.values().stream().allMatch(made -> made.plus(TIMEOUT).isBefore(time));
    }

    /** While some are as they were, the others are not taken for the state before: the rest may be made anew next. */
    private static boolean areAllNew(Map<String, Instant> before, Map<String, Instant> now) {
        return before.entrySet().stream()
                .allMatch(table ->
                        now.containsKey(table.getKey()) && !table.getValue().equals(now.get(table.getKey())));
    }

    private Instant read(Map<String, Instant> times) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TIMES)) {
            Instant time = Instant.EPOCH;
            while (rows.next()) {
                if (DERIVED.contains(rows.getString(1))) {
                    times.put(rows.getString(1), rows.getTimestamp(2).toInstant());
                }
                time = rows.getTimestamp(3).toInstant();
            }
            return time;
        } catch (SQLException e) {
            throw new IllegalStateException("the times of the tables cannot be read", e);
        }
    }
}
