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

/** Looks up how the totals of the serving generation stand: in the database, and so the same at every instance. */
@ApplicationScoped
class StatusReader {

    private final Generations generations;
    private final StoredOffsets positions;
    private final FreshnessReader freshness;
    private final UnpublishedRollups marks;
    private final TopicId log;
    private final UnreadableRecords unreadable;
    private final UncountedReader uncounted;
    private final InstantSource clock = InstantSource.system();

    StatusReader(
            Generations generations,
            StoredOffsets positions,
            FreshnessReader freshness,
            UnpublishedRollups marks,
            TopicId log,
            UnreadableRecords unreadable,
            UncountedReader uncounted) {
        this.generations = generations;
        this.positions = positions;
        this.freshness = freshness;
        this.marks = marks;
        this.log = log;
        this.unreadable = unreadable;
        this.uncounted = uncounted;
    }

    /**
     * How the totals stood at one look.
     *
     * @param lookedAt when that was
     * @param appliedThrough time of the newest event in the serving generation; null before the first
     * @param lag records that are not applied yet, by partition; empty if the brokers did not tell
     * @param unpublishedRollups changed rollups that are not published yet
     * @param unreadableRecords records of the log that no version can read
     * @param uncountedReports current reports of which a part is in no total
     * @param rebuildProgress how much of what the serving generation has taken in the one being built has too, 0 to 1;
     *     NaN if none is being built
     */
    record StatusSample(
            Instant lookedAt,
            Instant appliedThrough,
            Map<Integer, Long> lag,
            long unpublishedRollups,
            long unreadableRecords,
            long uncountedReports,
            double rebuildProgress) {}

    @Transactional
    StatusSample look() {
        int serving = generations.anyServing();
        Reach reach = positions.reach(serving);
        return new StatusSample(
                clock.instant(),
                reach.appliedThrough(),
                freshness.lag(reach).orElse(Map.of()),
                marks.count(serving),
                unreadable.count(serving, log.get()),
                uncounted.count(serving),
                generations
                        .anyBuilding()
                        .map(building -> (double) taken(positions.reach(building)) / Math.max(1, taken(reach)))
                        .orElse(Double.NaN));
    }

    private static long taken(Reach reach) {
        return reach.nextOffsets().values().stream()
                .flatMap(partitions -> partitions.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
