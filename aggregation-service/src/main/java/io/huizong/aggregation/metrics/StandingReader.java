package io.huizong.aggregation.metrics;

import java.time.InstantSource;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.log.FreshnessReader;
import io.huizong.aggregation.log.LogId;
import io.huizong.aggregation.log.LogPositions;
import io.huizong.aggregation.log.LogPositions.Reach;
import io.huizong.aggregation.report.UncountedReader;
import io.huizong.aggregation.report.UnreadableRecords;
import io.huizong.aggregation.rollup.MarkedRollups;

/** Looks up how the totals stand: in the database, and so the same at every instance. */
@ApplicationScoped
class StandingReader {

    private final Generations generations;
    private final LogPositions positions;
    private final FreshnessReader freshness;
    private final MarkedRollups marks;
    private final LogId log;
    private final UnreadableRecords unreadable;
    private final UncountedReader uncounted;
    private final InstantSource clock = InstantSource.system();

    StandingReader(
            Generations generations,
            LogPositions positions,
            FreshnessReader freshness,
            MarkedRollups marks,
            LogId log,
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

    @Transactional
    Standing look() {
        int serving = generations.answering();
        Reach reach = positions.reach(serving);
        return new Standing(
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
