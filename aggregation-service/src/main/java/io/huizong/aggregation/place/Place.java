package io.huizong.aggregation.place;

import java.util.Comparator;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;

/**
 * A jurisdiction in a period: where a report stands, and a rollup.
 *
 * @param jurisdiction who reports
 * @param period what for
 */
public record Place(Jurisdiction jurisdiction, Period period) {

    /**
     * The one order in which all writers touch places, so that they wait for each other and never in a circle: the
     * deepest level first, the root last.
     */
    public static final Comparator<Place> LOCK_ORDER = Comparator.comparing(
                    (Place place) -> place.jurisdiction().level())
            .reversed()
            .thenComparing(Place::period)
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
