package io.huizong.aggregation.rollup.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/**
 * What a report contributes to the rollup of its own jurisdiction.
 *
 * @param scope what part of the jurisdiction it covers
 * @param hasFigures whether it gives any number at all
 * @param tallies what it gives, by indicator; rates as pairs
 */
public record OwnReport(Scope scope, boolean hasFigures, Map<String, Tally> tallies) {

    /** Reads a report; figures of indicators that the catalog does not know as reported, or that it knows as whole numbers and
     * that have decimals, do not count. */
    public static OwnReport of(Report report, IndicatorCatalog catalog) {
        Map<String, Tally> tallies = new HashMap<>();
        Map<String, Figure> figures = counted(report, catalog);
        figures.forEach((code, figure) -> tallies.put(code, Tally.figure(figure.value(), !figure.isExact())));
        for (Indicator rate : catalog.rates()) {
            Tally pair = pair(figures, report.statedRates().get(rate.code()), rate);
            if (pair != null) {
                tallies.put(rate.code(), pair);
            }
        }
        return new OwnReport(report.scope(), report.hasFigures(), tallies);
    }

    private static Map<String, Figure> counted(Report report, IndicatorCatalog catalog) {
        Map<String, Figure> counted = new HashMap<>();
        report.figures().forEach((code, figure) -> catalog.get(code)
                .filter(indicator -> indicator.kind().accepts(figure.value()))
                .ifPresent(indicator -> counted.put(code, figure)));
        return counted;
    }

    /** The pair of a rate: both counts, or the numerator estimated from a stated rate; null if there is none. */
    private static Tally pair(Map<String, Figure> figures, BigDecimal stated, Indicator rate) {
        Figure denominator = figures.get(rate.denominator());
        if (denominator == null) {
            return null;
        }
        Figure numerator = figures.get(rate.numerator());
        if (numerator != null) {
            boolean exact = numerator.isExact() && denominator.isExact();
            return pair(numerator.value(), denominator.value(), false, !exact);
        }
        if (stated == null) {
            return null;
        }
        BigDecimal estimate =
                denominator.value().multiply(stated).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
        return pair(estimate, denominator.value(), true, !denominator.isExact());
    }

    private static Tally pair(BigDecimal numerator, BigDecimal denominator, boolean estimated, boolean approximate) {
        boolean nothingOfNothing = numerator.signum() == 0 && denominator.signum() == 0;
        return nothingOfNothing ? null : Tally.pair(numerator, denominator, estimated, approximate);
    }
}
