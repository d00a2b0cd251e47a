package io.huizong.aggregation.rollup.arithmetic;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The change that a change of one rollup makes to its parent; also the sum of several. Not thread-safe. */
final class Delta {

    private final Map<String, Tally> tallies = new HashMap<>();
    private long revisions;
    private int reports;
    private int withoutFigures;

    /** No change. */
    Delta() {}

    /** A change of those numbers, with no tallies yet. */
    Delta(long revisions, int reports, int withoutFigures) {
        this.revisions = revisions;
        this.reports = reports;
        this.withoutFigures = withoutFigures;
    }

    void add(String indicator, Tally change) {
        if (!change.equals(Tally.NONE)) {
            tallies.merge(indicator, change, Tally::plus);
        }
    }

    /** Adds those tallies of the other delta whose indicators move up, its revisions and its numbers of reports. */
    void add(Delta other, Predicate<String> movesUp) {
        revisions += other.revisions;
        reports += other.reports;
        withoutFigures += other.withoutFigures;
        other.tallies.forEach((indicator, change) -> {
            if (movesUp.test(indicator)) {
                add(indicator, change);
            }
        });
    }

    /** Changes by indicator; a change may be zero where several cancelled each other out. */
    Map<String, Tally> tallies() {
        return Collections.unmodifiableMap(tallies);
    }

    long revisions() {
        return revisions;
    }

    int reports() {
        return reports;
    }

    int withoutFigures() {
        return withoutFigures;
    }
}
