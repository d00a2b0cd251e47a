package io.huizong.contract.report;

import java.math.BigDecimal;
import java.util.Objects;

/** Checks of decimal numbers that stay cheap whatever exponent a number has. */
final class Decimals {

    private Decimals() {}

    /** That number without trailing zeros, refused if it is out of the range or has more decimals. */
    static BigDecimal within(BigDecimal value, BigDecimal min, BigDecimal max, int decimals) {
        Objects.requireNonNull(value, "value");
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "%s is out of range, expected %s to %s".formatted(value, min.toPlainString(), max.toPlainString()));
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > decimals) {
            throw new IllegalArgumentException(
                    "%s has too many decimals, expected at most %d".formatted(value, decimals));
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
