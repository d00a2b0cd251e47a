package io.huizong.aggregation.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.huizong.aggregation.report.SubmissionView;

/**
 * How far a list in the order of the log has been read: what is applied later stands behind it, whatever time it was accepted at.
 *
 * @param logId id of the log; empty at the beginning
 * @param next by partition the offset at which the rest begins
 */
record LogOffsets(String logId, Map<Integer, Long> next) {

    static final LogOffsets BEGIN = new LogOffsets("", Map.of());

    private static final String SEPARATOR = " ";

    /** @throws IllegalArgumentException if no {@link #toString} wrote the text */
    static LogOffsets parse(String text) {
        String[] parts = text.split(SEPARATOR);
        Map<Integer, Long> next = new TreeMap<>();
        for (int partition = 1; partition < parts.length; partition++) {
            next.put(partition - 1, Long.parseLong(parts[partition]));
        }
        return new LogOffsets(parts[0], next);
    }

    /** The same for each of so many partitions of that log; the beginning if these are of another. */
    LogOffsets in(String log, int partitions) {
        Map<Integer, Long> all = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.put(partition, log.equals(logId) ? next.getOrDefault(partition, 0L) : 0L);
        }
        return new LogOffsets(log, all);
    }

    /** After those have been read. */
    LogOffsets after(List<SubmissionView> read) {
        Map<Integer, Long> after = new TreeMap<>(next);
        read.forEach(item -> after.merge(item.partition(), item.offset() + 1, Math::max));
        return new LogOffsets(logId, after);
    }

    @Override
    public String toString() {
        return logId + SEPARATOR + next.values().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }
}
