package io.huizong.aggregation.query.gap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.query.gap.GapFinding.Difference;
import io.huizong.aggregation.query.gap.GapFinding.Kind;
import io.huizong.aggregation.query.gap.GapFinding.Oddity;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.IndicatorView.FigureView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Finds what may want a look: first where levels differ, then what the intake found odd. */
@ApplicationScoped
class GapFindings {

    private final RollupReader rollups;
    private final ReportReader reports;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    GapFindings(RollupReader rollups, ReportReader reports, DivisionTree tree, IndicatorCatalog catalog) {
        this.rollups = rollups;
        this.reports = reports;
        this.tree = tree;
        this.catalog = catalog;
    }

    /**
     * The position of a finding in the list. Differences come first: contradictions before other gaps, both by size, the
     * largest first. Warnings follow by code.
     *
     * @param gap null at a report with warnings
     * @param jurisdiction code of the jurisdiction that reports; empty at the beginning
     * @param indicator null at a report with warnings
     */
    record Position(BigDecimal gap, String jurisdiction, String indicator) {

        static final Position BEGIN = new Position(null, "", null);

        private static final String SEPARATOR = ",";
        private static final Comparator<Position> OF_DIFFERENCES = Comparator.comparing(
                        (Position position) -> position.gap().signum())
                .thenComparing(position -> position.gap().abs(), Comparator.reverseOrder())
                .thenComparing(Position::jurisdiction)
                .thenComparing(Position::indicator);

        /** @throws IllegalArgumentException if no {@link #toString} wrote the text */
        static Position parse(String text) {
            String[] parts = text.split(SEPARATOR, 3);
            return parts.length == 3
                    ? new Position(new BigDecimal(parts[0]), parts[1], parts[2])
                    : new Position(null, text, null);
        }

        static Position of(GapFinding finding) {
            return finding instanceof Difference difference
                    ? new Position(difference.gap(), difference.jurisdiction().code(), difference.indicator())
                    : new Position(null, finding.jurisdiction().code(), null);
        }

        private boolean isAmongWarnings() {
            return gap == null && !jurisdiction.isEmpty();
        }

        private boolean isBefore(Position difference) {
            return gap == null || OF_DIFFERENCES.compare(this, difference) < 0;
        }

        @Override
        public String toString() {
            return gap == null ? jurisdiction : String.join(SEPARATOR, gap.toPlainString(), jurisdiction, indicator);
        }
    }

    /** The findings of those kinds after that position, at or below the jurisdiction of the key. */
    List<GapFinding> find(int generation, RollupKey key, Set<Kind> kinds, Position after, int limit) {
        List<GapFinding> found = new ArrayList<>();
        if (!after.isAmongWarnings() && (kinds.contains(Kind.CONTRADICTION) || kinds.contains(Kind.GAP))) {
            found.addAll(differences(generation, key, kinds, after, limit));
        }
        if (found.size() < limit && kinds.contains(Kind.WARNING)) {
            reports.warned(
                            generation,
                            key.period(),
                            code -> covers(key.jurisdiction(), code),
                            after.isAmongWarnings() ? after.jurisdiction() : "",
                            limit - found.size())
                    .forEach(report -> found.add(new Oddity(
                            Kind.WARNING,
                            subject(report.jurisdiction()),
                            report.revision(),
                            report.submissionId(),
                            report.warnings())));
        }
        return found;
    }

    /** Reads one period's rollups of jurisdictions with children: their number does not grow with that of the reports. */
    private Collection<Difference> differences(
            int generation, RollupKey key, Set<Kind> kinds, Position after, int limit) {
        TreeMap<Position, Difference> first = new TreeMap<>(Position.OF_DIFFERENCES);
        List<String> parents = rollups.parents(generation, key.period(), key.jurisdiction(), one -> true).stream()
                .map(Jurisdiction::code)
                .toList();
        rollups.readWholeAreas(generation, key.period(), parents, (code, rollup) -> differences(code, rollup)
                .filter(difference -> kinds.contains(difference.kind()) && after.isBefore(Position.of(difference)))
                .forEach(difference -> {
                    first.put(Position.of(difference), difference);
                    if (first.size() > limit) {
                        first.pollLastEntry();
                    }
                }));
        return first.values();
    }

    private Stream<Difference> differences(String code, Rollup rollup) {
        return rollup.cells().keySet().stream()
                .flatMap(indicator -> catalog.get(indicator).stream())
                .filter(indicator -> indicator.kind().hasGap())
                .flatMap(indicator -> IndicatorView.of(indicator, rollup).stream()
                        .map(FigureView.class::cast)
                        .filter(figure -> figure.gap() != null && figure.gap().signum() != 0)
                        .map(figure -> new Difference(
                                figure.gap().signum() < 0 ? Kind.CONTRADICTION : Kind.GAP,
                                subject(code),
                                indicator.code(),
                                figure.gap(),
                                figure.own(),
                                figure.subordinates())));
    }

    private boolean covers(Jurisdiction above, String code) {
        return tree.get(code).filter(below -> tree.covers(above, below)).isPresent();
    }

    private Subject subject(String code) {
        return Subject.of(tree.get(code).orElseThrow());
    }
}
