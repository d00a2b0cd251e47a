package io.huizong.aggregation.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Report;

/** What a report gives, by indicator: its figures, and the pairs of the rates that it has both sides of. */
final class ReportedAmounts {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private ReportedAmounts() {}

    static Map<String, Amount> of(Report report, IndicatorCatalog catalog) {
        Map<String, Amount> amounts = new HashMap<>();
        for (String code : report.figures().keySet()) {
            Figure figure = counted(report, code, catalog);
            if (figure != null) {
                amounts.put(code, Amount.figure(figure.value(), figure.isExact()));
            }
        }
        for (Indicator rate : catalog.rates()) {
            Figure whole = counted(report, rate.denominator(), catalog);
            Figure part = counted(report, rate.numerator(), catalog);
            BigDecimal stated = report.statedRates().get(rate.code());
            if (whole == null || part == null && stated == null) {
                continue;
            }
            BigDecimal top = part == null ? share(whole, stated) : part.value();
            if (top.signum() != 0 || whole.value().signum() != 0) {
                boolean exact = whole.isExact() && (part == null || part.isExact());
                amounts.put(rate.code(), Amount.pair(top, whole.value(), part == null, exact));
            }
        }
        return amounts;
    }

    /** Null if it is not given or does not count. */
    private static Figure counted(Report report, String code, IndicatorCatalog catalog) {
        Figure figure = report.figures().get(code);
        return figure != null
                        && catalog.get(code)
                                .filter(known -> known.kind().accepts(figure.value()))
                                .isPresent()
                ? figure
                : null;
    }

    private static BigDecimal share(Figure whole, BigDecimal percent) {
        return whole.value().multiply(percent).divide(HUNDRED, 0, RoundingMode.HALF_UP);
    }

    static boolean givesNothing(Report report) {
        return report.figures().isEmpty()
                && report.statedRates().isEmpty()
                && report.additionalFigures().isEmpty();
    }
}
