package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.indicator.Indicator;

/** One indicator of a rollup as it is shown. */
@Schema(
        name = "IndicatorValue",
        oneOf = {FigureView.class, RateView.class, TotalView.class})
public sealed interface IndicatorView permits FigureView, RateView, TotalView {

    /** The effective value, in the indicator's unit; null if there is none. */
    BigDecimal effective();

    /** The view of that indicator in that rollup; empty if it has no value. */
    static Optional<? extends IndicatorView> of(Indicator indicator, Rollup rollup) {
        return switch (indicator.kind()) {
            case RATE -> RateView.of(indicator, rollup);
            case TOTAL -> TotalView.of(indicator, rollup);
            case COUNT, STOCK, AMOUNT, LOCAL -> FigureView.of(indicator, rollup);
        };
    }
}
