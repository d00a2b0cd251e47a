package io.huizong.aggregation.ingest.batch;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.aggregation.submission.UnreadableRecord;

/**
 * Records that are applied together.
 *
 * @param topicId id of the topic
 * @param ranges by partition the offsets that were read for it; an offset without an entry has no record for a reader
 * @param entries in their order within each partition, each in the range of its partition
 */
public record Batch(String topicId, SortedMap<Integer, OffsetRange> ranges, List<IngestedRecord> entries) {

    /**
     * A batch of what was read. A partition ends before the first record that only a newer version can read.
     *
     * @param ranges by partition the offsets that were read; entries outside are left out
     * @param entries in their order within each partition
     */
    public static Batch of(String topicId, Map<Integer, OffsetRange> ranges, List<IngestedRecord> entries) {
        Map<Integer, Long> stops = stops(entries).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, stop -> stop.getValue().offset()));
        SortedMap<Integer, OffsetRange> applicable = new TreeMap<>();
        ranges.forEach((partition, range) -> applicable.put(
                partition,
                new OffsetRange(range.from(), Math.min(range.to(), stops.getOrDefault(partition, range.to())))));
        return new Batch(topicId, applicable, entries).withoutOthers();
    }

    private Batch withoutOthers() {
        return new Batch(
                topicId, ranges, entries.stream().filter(this::contains).toList());
    }

    private boolean contains(IngestedRecord entry) {
        OffsetRange range = ranges.get(entry.partition());
        return range != null && range.from() <= entry.offset() && entry.offset() < range.to();
    }

    /** The first record of each partition that only a newer version can read. */
    public static Map<Integer, IngestedRecord.Newer> stops(List<IngestedRecord> entries) {
        Map<Integer, IngestedRecord.Newer> stops = new HashMap<>();
        only(IngestedRecord.Newer.class, entries).forEach(newer -> stops.putIfAbsent(newer.partition(), newer));
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
        return new Batch(topicId, next, entries).withoutOthers();
    }

    /** The events that can be applied. */
    List<IngestedEvent> events() {
        return only(IngestedEvent.class, entries);
    }

    /** The records that no version can read. */
    public List<UnreadableRecord> unreadable() {
        return only(UnreadableRecord.class, entries);
    }

    private static <R> List<R> only(Class<R> type, List<IngestedRecord> entries) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** By partition, the offset after all that the batch has read. */
    SortedMap<Integer, Long> ends() {
        SortedMap<Integer, Long> ends = new TreeMap<>();
        ranges.forEach((partition, range) -> ends.put(partition, range.to()));
        return ends;
    }

    /** The time of the newest event of each partition that has any in it. */
    Map<Integer, Instant> newestTimes() {
        Map<Integer, Instant> newest = new HashMap<>();
        events().forEach(ingested -> newest.merge(
                ingested.partition(), ingested.event().time(), (one, other) -> one.isAfter(other) ? one : other));
        return newest;
    }
}
