package io.huizong.aggregation.rollup;

import java.math.BigDecimal;

/** What a rollup shows of one indicator. */
public sealed interface IndicatorView permits FigureView, RateView, TotalView {

    /** The value that counts, in the indicator's unit; null where there is none. */
    BigDecimal effective();
}
