package io.huizong.local.count;

import java.math.BigDecimal;

/**
 * Some reports' figures added up.
 *
 * @param value the figures, or the numerators of a rate
 * @param denominator 0 where it is no rate
 */
record Tally(BigDecimal value, BigDecimal denominator, int contributors, int estimated, int approximate) {

    static Tally ofFigure(BigDecimal value, boolean approximate) {
        return new Tally(value, BigDecimal.ZERO, 1, 0, approximate ? 1 : 0);
    }

    static Tally ofPair(BigDecimal numerator, BigDecimal denominator, boolean estimated, boolean approximate) {
        return new Tally(numerator, denominator, 1, estimated ? 1 : 0, approximate ? 1 : 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                value.add(other.value),
                denominator.add(other.denominator),
                contributors + other.contributors,
                estimated + other.estimated,
                approximate + other.approximate);
    }
}
