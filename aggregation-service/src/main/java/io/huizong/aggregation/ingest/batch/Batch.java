package io.huizong.aggregation.ingest.batch;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.huizong.aggregation.offset.OffsetRange;

/**
 * Records that are applied together.
 *
 * @param logId id of the log
 * @param ranges by partition the offsets that were read for it; an offset without an entry has no record for a reader
 * @param entries in their order within each partition, each in the range of its partition
 */
public record Batch(String logId, SortedMap<Integer, OffsetRange> ranges, List<IngestedRecord> entries) {

    /**
     * A batch of what was read. A partition ends before the first record that only a newer version can read.
     *
     * @param ranges by partition the offsets that were read; entries outside are left out
     * @param entries in their order within each partition
     */
    public static Batch of(String logId, Map<Integer, OffsetRange> ranges, List<IngestedRecord> entries) {
        Map<Integer, Long> stops = stops(entries).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, stop -> stop.getValue().offset()));
        SortedMap<Integer, OffsetRange> applicable = new TreeMap<>();
        ranges.forEach((partition, range) -> applicable.put(
                partition,
                new OffsetRange(range.from(), Math.min(range.to(), stops.getOrDefault(partition, range.to())))));
        return new Batch(
                logId,
                applicable,
                entries.stream()
                        .filter(entry -> contains(applicable.get(entry.partition()), entry.offset()))
                        .toList());
    }

    private static boolean contains(OffsetRange range, long offset) {
        return range != null && range.from() <= offset && offset < range.to();
    }

    /** The first record of each partition that only a newer version can read. */
    public static Map<Integer, IngestedRecord.Newer> stops(List<IngestedRecord> entries) {
        Map<Integer, IngestedRecord.Newer> stops = new HashMap<>();
        entries.stream()
                .filter(IngestedRecord.Newer.class::isInstance)
                .map(IngestedRecord.Newer.class::cast)
                .forEach(newer -> stops.putIfAbsent(newer.partition(), newer));
        return stops;
    }

    /**
     * What of it comes next after those offsets. Of a partition whose range begins later than that nothing does: what is between
     * is to be read first.
     */
    Batch after(Map<Integer, Long> reached) {
        SortedMap<Integer, OffsetRange> next = new TreeMap<>();
        ranges.forEach((partition, range) -> {
            long from = reached.getOrDefault(partition, 0L);
            if (range.from() <= from && from < range.to()) {
                next.put(partition, new OffsetRange(from, range.to()));
            }
        });
        return new Batch(
                logId,
                next,
                entries.stream()
                        .filter(entry -> contains(next.get(entry.partition()), entry.offset()))
                        .toList());
    }

    /** The time of the newest event of each partition that has any in it. */
    Map<Integer, Instant> newestTimes() {
        Map<Integer, Instant> newest = new HashMap<>();
        for (IngestedRecord entry : entries) {
            if (entry instanceof IngestedRecord.Applicable applicable) {
                newest.merge(
                        entry.partition(),
                        applicable.event().event().time(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return newest;
    }
}
