package io.huizong.aggregation.rollup.arithmetic;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The sum of what reports give for one indicator; also the difference of two such sums.
 *
 * @param value the sum in the indicator's unit; for a rate the sum of the numerators
 * @param denominator for a rate the sum of the denominators, else 0
 * @param contributors how many reports' figures are in it; 0 means that there is no value, which is not the value 0
 * @param estimated for a rate, how many numerators were computed from a stated rate, else 0
 * @param approximate how many of the contributors rest on a figure that is not exact
 */
public record Tally(BigDecimal value, BigDecimal denominator, int contributors, int estimated, int approximate) {

    /** Nothing: no report gives a value. */
    public static final Tally NONE = new Tally(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

    /** One report's figure. */
    public static Tally figure(BigDecimal value, boolean approximate) {
        return new Tally(value, BigDecimal.ZERO, 1, 0, approximate ? 1 : 0);
    }

    /** One report's pair for a rate. */
    public static Tally pair(BigDecimal numerator, BigDecimal denominator, boolean estimated, boolean approximate) {
        return new Tally(numerator, denominator, 1, estimated ? 1 : 0, approximate ? 1 : 0);
    }

    /** Whether any report gives a value. */
    public boolean isPresent() {
        return contributors > 0;
    }

    Tally plus(Tally other) {
        return new Tally(
                value.add(other.value),
                denominator.add(other.denominator),
                contributors + other.contributors,
                estimated + other.estimated,
                approximate + other.approximate);
    }

    Tally minus(Tally other) {
        return new Tally(
                value.subtract(other.value),
                denominator.subtract(other.denominator),
                contributors - other.contributors,
                estimated - other.estimated,
                approximate - other.approximate);
    }

    /** Whether both are the same numbers, whatever their trailing zeros. */
    @Override
    public boolean equals(Object object) {
        return object instanceof Tally other
                && contributors == other.contributors
                && estimated == other.estimated
                && approximate == other.approximate
                && value.compareTo(other.value) == 0
                && denominator.compareTo(other.denominator) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                value.stripTrailingZeros(), denominator.stripTrailingZeros(), contributors, estimated, approximate);
    }
}
