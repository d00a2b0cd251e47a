package io.huizong.system.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.huizong.system.instances.ReportsLog;

/** The longest time for which records of one partition waited while none of it was taken in. Not thread-safe. */
final class Stalls {

    private final ReportsLog log;
    private final Connection database;
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Map<Integer, Long> movedAt = new HashMap<>();
    private long longest;

    Stalls(ReportsLog log, Connection database) {
        this.log = log;
        this.database = database;
    }

    /** Looks how far each partition is now; whether all records are taken in. */
    boolean look() throws SQLException, ExecutionException, InterruptedException {
        Map<Integer, Long> ends = log.ends();
        Map<Integer, Long> now = read();
        long time = System.nanoTime();
        boolean isAll = true;
        for (var end : ends.entrySet()) {
            long next = now.getOrDefault(end.getKey(), 0L);
            boolean hasMoved = !Long.valueOf(next).equals(positions.put(end.getKey(), next));
            boolean waits = next < end.getValue();
            if (hasMoved || !waits) {
                movedAt.put(end.getKey(), time);
            }
            longest = Math.max(longest, time - movedAt.getOrDefault(end.getKey(), time));
            isAll &= !waits;
        }
        return isAll;
    }

    /** Forgets what was seen so far. */
    void reset() {
        longest = 0;
    }

    Duration longest() {
        return Duration.ofNanos(longest);
    }

    private Map<Integer, Long> read() throws SQLException {
        Map<Integer, Long> read = new HashMap<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select log_partition, next_offset from log_position")) {
            while (rows.next()) {
                read.put(rows.getInt("log_partition"), rows.getLong("next_offset"));
            }
        }
        return read;
    }
}
