package io.huizong.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.local.count.Indicator.Kind;

/** A figure as a report tells it. */
record DemoFigure(BigDecimal value, String qualifier) {

    private static final String EXACT = "EXACT";

    /** @param value whole; hundredths if it is an amount */
    static DemoFigure exact(long value, Kind kind) {
        BigDecimal number = BigDecimal.valueOf(value, kind == Kind.AMOUNT ? 2 : 0);
        return new DemoFigure(number, EXACT);
    }

    boolean isExact() {
        return qualifier.equals(EXACT);
    }

    /** Two digits and zeros, as in 3600余 or 约11万; small figures stay as they are. */
    DemoFigure rounded(boolean down) {
        int zeros = value.precision() - value.scale() - 2;
        if (zeros < 1) {
            return this;
        }
        BigDecimal unit = BigDecimal.TEN.pow(zeros);
        BigDecimal units = value.divide(unit, 0, down ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        return new DemoFigure(units.multiply(unit), down ? "AT_LEAST" : "ABOUT");
    }

    /** So many percent of it, rounded down, as an exact one. */
    DemoFigure percent(int percent) {
        return new DemoFigure(
                value.multiply(BigDecimal.valueOf(percent, 2)).setScale(value.scale(), RoundingMode.DOWN), EXACT);
    }

    void putInto(ObjectNode figures, String indicator) {
        if (isExact()) {
            figures.put(indicator, value);
        } else {
            figures.putObject(indicator).put("value", value).put("qualifier", qualifier);
        }
    }
}
