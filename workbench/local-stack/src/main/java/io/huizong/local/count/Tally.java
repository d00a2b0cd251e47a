package io.huizong.local.count;

import java.math.BigDecimal;

/**
 * The sum of some reports' figures, or of their pairs for a rate. Two sums of the same numbers are equal.
 *
 * @param value the figures, or the numerators of a rate
 * @param denominator 0 where it is no rate
 */
public record Tally(BigDecimal value, BigDecimal denominator, int contributors, int estimated, int approximate) {

    /** Without any report. */
    public static final Tally NONE = new Tally(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

    public Tally {
        value = normal(value);
        denominator = normal(denominator);
    }

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

    private static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return "%s/%s of %d, %d estimated, %d approximate"
                .formatted(value.toPlainString(), denominator.toPlainString(), contributors, estimated, approximate);
    }
}
