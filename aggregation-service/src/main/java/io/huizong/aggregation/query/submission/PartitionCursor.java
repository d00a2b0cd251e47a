package io.huizong.aggregation.query.submission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.huizong.aggregation.submission.SubmissionView;

/**
 * How far a list in the order of the topic has been read: what is applied later follows it, whatever time it was accepted at.
 *
 * @param logId id of the topic; empty at the beginning
 * @param next by partition the offset at which the rest begins
 */
record PartitionCursor(String logId, Map<Integer, Long> next) {

    static final PartitionCursor BEGIN = new PartitionCursor("", Map.of());

    private static final String SEPARATOR = " ";

    /** @throws IllegalArgumentException if no {@link #toString} wrote the text */
    static PartitionCursor parse(String text) {
        String[] parts = text.split(SEPARATOR);
        Map<Integer, Long> next = new TreeMap<>();
        for (int partition = 1; partition < parts.length; partition++) {
            next.put(partition - 1, Long.parseLong(parts[partition]));
        }
        return new PartitionCursor(parts[0], next);
    }

    /** The same for each of so many partitions of that topic; the beginning if these are of another. */
    PartitionCursor in(String topic, int partitions) {
        Map<Integer, Long> all = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.put(partition, topic.equals(logId) ? next.getOrDefault(partition, 0L) : 0L);
        }
        return new PartitionCursor(topic, all);
    }

    /** After those have been read. */
    PartitionCursor after(List<SubmissionView> read) {
        Map<Integer, Long> after = new TreeMap<>(next);
        read.forEach(item -> after.merge(item.partition(), item.offset() + 1, Math::max));
        return new PartitionCursor(logId, after);
    }

    @Override
    public String toString() {
        return logId + SEPARATOR + next.values().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }
}
