package io.huizong.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Figures and stated rates of a report while it is made up. */
final class Draft {

    final Map<String, DemoFigure> figures = new LinkedHashMap<>();
    final Map<String, BigDecimal> statedRates = new LinkedHashMap<>();

    /** States the rate that two of the figures give; nothing if they give none. */
    void state(String rate, String numerator, String denominator) {
        if (!figures.containsKey(numerator) || !figures.containsKey(denominator)) {
            return;
        }
        BigDecimal whole = figures.get(denominator).value();
        if (whole.signum() > 0) {
            BigDecimal part = figures.get(numerator).value();
            statedRates.put(rate, part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP));
        }
    }
}
