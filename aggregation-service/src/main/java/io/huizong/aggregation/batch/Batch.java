package io.huizong.aggregation.batch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records of the log that are applied together.
 *
 * @param logId id of the log
 * @param entries in their order within each partition, without holes
 */
public record Batch(String logId, List<LogEntry> entries) {

    /** The first offset of each partition in it. */
    SortedMap<Integer, Long> firstOffsets() {
        SortedMap<Integer, Long> first = new TreeMap<>();
        entries.forEach(entry -> first.merge(entry.partition(), entry.offset(), Math::min));
        return first;
    }

    /** The offset after the last of each partition in it. */
    SortedMap<Integer, Long> nextOffsets() {
        SortedMap<Integer, Long> next = new TreeMap<>();
        entries.forEach(entry -> next.merge(entry.partition(), entry.offset() + 1, Math::max));
        return next;
    }

    /** The time of the newest event of each partition that has any in it. */
    Map<Integer, Instant> newestTimes() {
        Map<Integer, Instant> newest = new HashMap<>();
        for (LogEntry entry : entries) {
            if (entry instanceof LogEntry.Applicable applicable) {
                newest.merge(
                        entry.partition(),
                        applicable.event().event().time(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return newest;
    }
}
