package io.huizong.intake.validation;

import java.math.BigDecimal;

/** Facts about decimal numbers. */
final class Numbers {

    private Numbers() {}

    /** How many decimals the number needs: 0 for 124.0. */
    static int decimals(BigDecimal number) {
        return number.scale() <= 0 ? 0 : Math.max(0, number.stripTrailingZeros().scale());
    }
}
