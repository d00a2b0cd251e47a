package io.huizong.aggregation.query.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.query.gap.GapFinding.Kind;
import io.huizong.aggregation.rollup.Gap;
import io.huizong.aggregation.rollup.GapReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.aggregation.submission.WarnedReport;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/** Finds what may want a look: first where levels differ, then what the intake found odd. */
@ApplicationScoped
class GapFindings {

    private final GapReader gaps;
    private final ReportReader reports;
    private final DivisionTree tree;

    GapFindings(GapReader gaps, ReportReader reports, DivisionTree tree) {
        this.gaps = gaps;
        this.reports = reports;
        this.tree = tree;
    }

    /**
     * Where the page before ended: at a gap, or at a report with warnings.
     *
     * @param gap the gap; null at a report
     * @param jurisdiction code of the jurisdiction that reports; empty at a gap
     */
    record Position(Gap.Position gap, String jurisdiction) {

        static final Position BEGIN = new Position(null, "");

        private static final String SEPARATOR = ",";

        /** @throws IllegalArgumentException if no {@link #toString} wrote the text */
        static Position parse(String text) {
            String[] parts = text.split(SEPARATOR, 3);
            return parts.length == 3
                    ? new Position(new Gap.Position(new BigDecimal(parts[0]), parts[1], parts[2]), "")
                    : new Position(null, text);
        }

        static Position of(GapFinding finding) {
            return finding instanceof GapFinding.Difference difference
                    ? new Position(
                            new Gap.Position(
                                    difference.gap(), difference.jurisdiction().code(), difference.indicator()),
                            "")
                    : new Position(null, finding.jurisdiction().code());
        }

        boolean isAmongWarnings() {
            return !jurisdiction.isEmpty();
        }

        @Override
        public String toString() {
            return gap == null
                    ? jurisdiction
                    : String.join(SEPARATOR, gap.gap().toPlainString(), gap.jurisdiction(), gap.indicator());
        }
    }

    /** The findings of those kinds after that position, at or below the jurisdiction of the place. */
    List<GapFinding> find(int generation, RollupKey place, Set<Kind> kinds, Position after, int limit) {
        List<GapFinding> found = new ArrayList<>();
        if (!after.isAmongWarnings() && (kinds.contains(Kind.CONTRADICTION) || kinds.contains(Kind.GAP))) {
            gaps.read(
                            generation,
                            place.jurisdiction(),
                            place.period(),
                            after.gap(),
                            gap -> kinds.contains(GapFinding.Difference.kindOf(gap)),
                            limit)
                    .forEach(gap -> found.add(GapFinding.Difference.of(gap)));
        }
        if (found.size() < limit && kinds.contains(Kind.WARNING)) {
            reports.warned(
                            generation,
                            place.period(),
                            code -> covers(place.jurisdiction(), code),
                            after.jurisdiction(),
                            limit - found.size())
                    .forEach(report -> found.add(GapFinding.Oddity.of(subject(report), report)));
        }
        return found;
    }

    private boolean covers(Jurisdiction above, String code) {
        return tree.get(code).filter(below -> tree.covers(above, below)).isPresent();
    }

    private Subject subject(WarnedReport report) {
        return Subject.of(tree.get(report.jurisdiction()).orElseThrow());
    }
}
