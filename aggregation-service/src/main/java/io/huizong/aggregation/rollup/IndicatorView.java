package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.util.Optional;

import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.indicator.Indicator;

/** What a rollup shows of one indicator. */
public sealed interface IndicatorView permits FigureView, RateView, TotalView {

    /** The value that counts, in the indicator's unit; null where there is none. */
    BigDecimal effective();

    /** What that rollup shows of that indicator; empty if it has no value. */
    static Optional<? extends IndicatorView> of(Indicator indicator, Rollup rollup) {
        return switch (indicator.kind()) {
            case RATE -> RateView.of(indicator, rollup);
            case TOTAL -> TotalView.of(indicator, rollup);
            case COUNT, STOCK, AMOUNT, LOCAL -> FigureView.of(indicator, rollup);
        };
    }
}
