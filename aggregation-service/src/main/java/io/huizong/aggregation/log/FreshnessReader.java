package io.huizong.aggregation.log;

import java.util.Map;
import java.util.OptionalLong;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells how fresh the totals are: from the database and so the same wherever it is asked, and without asking a broker. */
@ApplicationScoped
public class FreshnessReader {

    private final LogPositions positions;
    private final LogEnds ends;

    FreshnessReader(LogPositions positions, LogEnds ends) {
        this.positions = positions;
        this.ends = ends;
    }

    /** How fresh that generation is at least: what is read after this call is as fresh or fresher. */
    public Freshness read(int generation) {
        LogPositions.Reach reach = positions.reach(generation);
        OptionalLong lag = ends.get()
                .map(end -> OptionalLong.of(
                        waiting(end.offsets(), reach.nextOffsets().getOrDefault(end.logId(), Map.of()))))
                .orElseGet(OptionalLong::empty);
        return new Freshness(reach.appliedThrough(), lag);
    }

    private static long waiting(Map<Integer, Long> ends, Map<Integer, Long> next) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
