package io.huizong.local.count;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages, rounded half up as people do. */
final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {}

    /** The whole number that is nearest to so many percent of the base. */
    static BigDecimal of(BigDecimal base, BigDecimal percent) {
        return base.multiply(percent).divide(HUNDRED, 0, RoundingMode.HALF_UP);
    }

    /** How many percent of the whole the part is, with two decimals; null if the whole is 0. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : HUNDRED.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
