package io.huizong.aggregation.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.offset.FreshnessReader;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.StoredOffsets.Reach;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.rollup.UnpublishedRollups;
import io.huizong.aggregation.submission.UncountedReader;
import io.huizong.aggregation.submission.UnreadableRecords;

/** Reads the state of the totals of the serving generation: from the database, and so the same at every instance. */
@ApplicationScoped
class StatusReader {

    private final Generations generations;
    private final StoredOffsets offsets;
    private final FreshnessReader freshness;
    private final UnpublishedRollups unpublished;
    private final TopicId topic;
    private final UnreadableRecords unreadable;
    private final UncountedReader uncounted;
    private final InstantSource clock = InstantSource.system();

    StatusReader(
            Generations generations,
            StoredOffsets offsets,
            FreshnessReader freshness,
            UnpublishedRollups unpublished,
            TopicId topic,
            UnreadableRecords unreadable,
            UncountedReader uncounted) {
        this.generations = generations;
        this.offsets = offsets;
        this.freshness = freshness;
        this.unpublished = unpublished;
        this.topic = topic;
        this.unreadable = unreadable;
        this.uncounted = uncounted;
    }

    /**
     * The state of the totals at one time.
     *
     * @param sampledAt when that was
     * @param appliedThrough time of the newest event in the serving generation; null before the first
     * @param lag records that are not applied yet, by partition; empty if the brokers did not tell
     * @param unpublishedRollups changed rollups that are not published yet
     * @param unreadableRecords records of the topic that no version can read
     * @param uncountedReports current reports of which a part is in no total
     * @param rebuildProgress how much of what the serving generation has taken in the one being built has too, 0 to 1;
     *     NaN if none is being built
     */
    record StatusSample(
            Instant sampledAt,
            Instant appliedThrough,
            Map<Integer, Long> lag,
            long unpublishedRollups,
            long unreadableRecords,
            long uncountedReports,
            double rebuildProgress) {}

    @Transactional
    StatusSample sample() {
        int serving = generations.anyServing();
        Reach reach = offsets.reach(serving);
        return new StatusSample(
                clock.instant(),
                reach.appliedThrough(),
                freshness.lag(reach).orElse(Map.of()),
                unpublished.count(serving),
                unreadable.count(serving, topic.get()),
                uncounted.count(serving),
                generations
                        .anyBuilding()
                        .map(building -> (double) taken(offsets.reach(building)) / Math.max(1, taken(reach)))
                        .orElse(Double.NaN));
    }

    private static long taken(Reach reach) {
        return reach.nextOffsets().values().stream()
                .flatMap(partitions -> partitions.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
