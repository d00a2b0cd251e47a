package io.huizong.aggregation.rollup.arithmetic;

import java.util.Comparator;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;

/**
 * A jurisdiction in a period: where a report stands, and a rollup.
 *
 * @param jurisdiction who reports
 * @param period what for
 */
public record RollupKey(Jurisdiction jurisdiction, Period period) {

    /**
     * The one order in which all writers touch places, so that they wait for each other and never in a circle: the
     * deepest level first, the root last.
     */
    public static final Comparator<RollupKey> LOCK_ORDER = Comparator.comparing(
                    (RollupKey place) -> place.jurisdiction().level())
            .reversed()
            .thenComparing(RollupKey::period)
            .thenComparing(place -> place.jurisdiction().code());

    /** Whether it is the root's, which every writer of the period has to touch. */
    public boolean isRoot() {
        return jurisdiction.parent() == null;
    }

    @Override
    public String toString() {
        return jurisdiction.code() + "/" + period;
    }
}
