package io.huizong.system.history;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Report;

/** What one report gives for one indicator. */
public final class Given {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Given() {}

    public static Tally by(Report report, Indicator indicator) {
        return switch (indicator.kind()) {
            case TOTAL -> Tally.NONE;
            case RATE -> pair(report, indicator);
            case COUNT, STOCK, AMOUNT, LOCAL -> figure(report.figures().get(indicator.code()));
        };
    }

    private static Tally figure(Figure figure) {
        return figure == null ? Tally.NONE : new Tally(figure.value(), BigDecimal.ZERO, 1, 0, figure.isExact() ? 0 : 1);
    }

    private static Tally pair(Report report, Indicator rate) {
        Figure top = report.figures().get(rate.numerator());
        Figure bottom = report.figures().get(rate.denominator());
        BigDecimal stated = report.statedRates().get(rate.code());
        if (bottom == null || top == null && stated == null) {
            return Tally.NONE;
        }
        boolean estimated = top == null;
        BigDecimal numerator =
                estimated ? bottom.value().multiply(stated).divide(HUNDRED, 0, RoundingMode.HALF_UP) : top.value();
        if (numerator.signum() == 0 && bottom.value().signum() == 0) {
            return Tally.NONE;
        }
        boolean exact = bottom.isExact() && (estimated || top.isExact());
        return new Tally(numerator, bottom.value(), 1, estimated ? 1 : 0, exact ? 0 : 1);
    }
}
