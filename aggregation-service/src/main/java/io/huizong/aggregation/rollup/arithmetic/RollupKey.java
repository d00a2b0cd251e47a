package io.huizong.aggregation.rollup.arithmetic;

import java.util.Comparator;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;

/**
 * A jurisdiction and a period: the key of a report and of a rollup.
 *
 * @param jurisdiction who reports
 * @param period what for
 */
public record RollupKey(Jurisdiction jurisdiction, Period period) {

    /**
     * The one order in which all writers lock rollups, so that they never deadlock: the deepest level first, the root
     * last.
     */
    public static final Comparator<RollupKey> LOCK_ORDER = Comparator.comparing(
                    (RollupKey key) -> key.jurisdiction().level())
            .reversed()
            .thenComparing(RollupKey::period)
            .thenComparing(key -> key.jurisdiction().code());

    /** Whether it is the root's, which every writer of the period locks. */
    public boolean isRoot() {
        return jurisdiction.parent() == null;
    }

    @Override
    public String toString() {
        return jurisdiction.code() + "/" + period;
    }
}
