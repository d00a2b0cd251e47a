package io.huizong.aggregation.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/**
 * A rollup as it is shown and published.
 *
 * @param jurisdiction whose rollup it is
 * @param period its period
 * @param generation the generation that it belongs to; a later one has other files or was built anew
 * @param version how many revisions there have been of the reports in it, withdrawals included: it never goes back
 *     within a generation, nor from one to the next with the same division tree; 0 if nothing was reported yet
 * @param reports how many reports are in it
 * @param indicators each indicator with a value, in the order of the catalog
 */
@Schema(name = "Rollup")
public record RollupView(
        Subject jurisdiction,
        Period period,
        int generation,
        long version,
        Reports reports,
        Map<String, IndicatorView> indicators) {

    /** The jurisdiction of a rollup. */
    public record Subject(String code, String name, Level level) {

        /** That jurisdiction. */
        public static Subject of(Jurisdiction jurisdiction) {
            return new Subject(jurisdiction.code(), jurisdiction.name(), jurisdiction.level());
        }
    }

    /**
     * Counts of current reports.
     *
     * @param own whether the jurisdiction itself has one
     * @param subtree how many there are of the jurisdiction and all below it
     * @param withoutFigures how many of the subtree's give no number at all
     */
    public record Reports(boolean own, int subtree, int withoutFigures) {}

    /** The same with only those indicators. */
    public RollupView only(Set<String> wanted) {
        Map<String, IndicatorView> some = new LinkedHashMap<>(indicators);
        some.keySet().retainAll(wanted);
        return new RollupView(jurisdiction, period, generation, version, reports, some);
    }

    /** The empty rollup of a jurisdiction without reports. */
    public static RollupView empty(RollupKey key, int generation, long version) {
        return new RollupView(
                Subject.of(key.jurisdiction()), key.period(), generation, version, new Reports(false, 0, 0), Map.of());
    }

    static RollupView of(RollupKey key, int generation, Rollup rollup, IndicatorCatalog catalog) {
        return new RollupView(
                Subject.of(key.jurisdiction()),
                key.period(),
                generation,
                rollup.revisions(),
                new Reports(rollup.scope() != null, rollup.subtreeReports(), rollup.subtreeWithoutFigures()),
                IndicatorView.all(catalog.all(), rollup));
    }
}
