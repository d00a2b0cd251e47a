package io.huizong.aggregation.rollup.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/**
 * The rule of the totals written down a second time, as it is told: by walking the whole tree for every question, from
 * nothing but the current reports. It shares no arithmetic with the code that it is there to check.
 */
public final class SlowTotals {

    private final DivisionTree tree;
    private final Map<RollupKey, Report> current;

    public SlowTotals(DivisionTree tree, Map<RollupKey, Report> current) {
        this.tree = tree;
        this.current = current;
    }

    /** What one report gives: a figure's value, or a rate's numerator with its denominator. */
    private record Given(BigDecimal value, BigDecimal denominator, boolean estimated, boolean approximate) {}

    /** Everything that a value is made of; nothing in it means that there is no value. */
    private List<Given> parts(RollupKey place, Indicator indicator) {
        Report report = current.get(place);
        Given own = report == null ? null : given(report, indicator);
        List<Given> parts = new ArrayList<>();
        if (own != null) {
            parts.add(own);
        }
        if (own == null || report.scope() == Scope.OWN_LEVEL) {
            parts.addAll(subordinates(place, indicator));
        }
        return parts;
    }

    private List<Given> subordinates(RollupKey place, Indicator indicator) {
        List<Given> parts = new ArrayList<>();
        if (indicator.kind() != IndicatorKind.LOCAL) {
            for (Jurisdiction child : tree.children(place.jurisdiction())) {
                parts.addAll(parts(new RollupKey(child, place.period()), indicator));
            }
        }
        return parts;
    }

    private static Given given(Report report, Indicator indicator) {
        if (indicator.kind() == IndicatorKind.TOTAL) {
            return null;
        }
        if (indicator.kind() != IndicatorKind.RATE) {
            Figure figure = report.figures().get(indicator.code());
            return figure == null
                    ? null
                    : new Given(figure.value(), BigDecimal.ZERO, false, figure.qualifier() != Qualifier.EXACT);
        }
        Figure top = report.figures().get(indicator.operands().get(0));
        Figure bottom = report.figures().get(indicator.operands().get(1));
        BigDecimal stated = report.statedRates().get(indicator.code());
        if (bottom == null || top == null && stated == null) {
            return null;
        }
        BigDecimal numerator = top != null
                ? top.value()
                : bottom.value().multiply(stated).divide(new BigDecimal(100), 0, RoundingMode.HALF_UP);
        if (numerator.signum() == 0 && bottom.value().signum() == 0) {
            return null;
        }
        boolean approximate =
                bottom.qualifier() != Qualifier.EXACT || top != null && top.qualifier() != Qualifier.EXACT;
        return new Given(numerator, bottom.value(), top == null, approximate);
    }

    /** The cell that a rollup must hold. */
    public Cell cell(RollupKey place, Indicator indicator) {
        Report report = current.get(place);
        Given own = report == null ? null : given(report, indicator);
        return new Cell(sum(own == null ? List.of() : List.of(own)), sum(subordinates(place, indicator)));
    }

    /** The effective value that a rollup must show. */
    public Tally effective(RollupKey place, Indicator indicator) {
        return sum(parts(place, indicator));
    }

    private static Tally sum(List<Given> parts) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        int estimated = 0;
        int approximate = 0;
        for (Given part : parts) {
            value = value.add(part.value());
            denominator = denominator.add(part.denominator());
            estimated += part.estimated() ? 1 : 0;
            approximate += part.approximate() ? 1 : 0;
        }
        return new Tally(value, denominator, parts.size(), estimated, approximate);
    }

    /** How many current reports there are of the jurisdiction and all below it. */
    public int reports(RollupKey place) {
        return subtree(place).size();
    }

    /** How many of those give no number at all. */
    public int withoutFigures(RollupKey place) {
        return (int) subtree(place).stream()
                .filter(report -> report.figures().isEmpty()
                        && report.statedRates().isEmpty()
                        && report.additionalFigures().isEmpty())
                .count();
    }

    private List<Report> subtree(RollupKey place) {
        List<Report> reports = new ArrayList<>();
        if (current.containsKey(place)) {
            reports.add(current.get(place));
        }
        tree.children(place.jurisdiction())
                .forEach(child -> reports.addAll(subtree(new RollupKey(child, place.period()))));
        return reports;
    }
}
