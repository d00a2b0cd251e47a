package io.huizong.aggregation.offset;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells how fresh the totals are: from the database and so the same wherever it is asked, and without asking a broker. */
@ApplicationScoped
public class FreshnessReader {

    private final StoredOffsets offsets;
    private final TopicEnds ends;

    FreshnessReader(StoredOffsets offsets, TopicEnds ends) {
        this.offsets = offsets;
        this.ends = ends;
    }

    /**
     * How fresh the totals are.
     *
     * @param appliedThrough time of the newest event in them; null before the first
     * @param lag how many records are not applied yet; empty if the end of the topic is unknown
     */
    public record Freshness(Instant appliedThrough, OptionalLong lag) {}

    /** How fresh that generation is at least: what is read after this call is as fresh or fresher. */
    public Freshness read(int generation) {
        StoredOffsets.Reach reach = offsets.reach(generation);
        OptionalLong lag = lag(reach)
                .map(waiting -> OptionalLong.of(
                        waiting.values().stream().mapToLong(Long::longValue).sum()))
                .orElseGet(OptionalLong::empty);
        return new Freshness(reach.appliedThrough(), lag);
    }

    /** How many records are not applied yet, by partition; empty if the end of the topic is unknown. */
    public Optional<Map<Integer, Long>> lag(StoredOffsets.Reach reach) {
        return ends.get().map(end -> waiting(end.offsets(), reach.nextOffsets().getOrDefault(end.topicId(), Map.of())));
    }

    private static Map<Integer, Long> waiting(Map<Integer, Long> ends, Map<Integer, Long> next) {
        return ends.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L))));
    }
}
