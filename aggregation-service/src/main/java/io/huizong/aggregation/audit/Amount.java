package io.huizong.aggregation.audit;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The sum of what reports give for one indicator. There is no amount if no report gives one.
 *
 * @param value the sum; for a rate that of the numerators
 * @param denominator for a rate the sum of the denominators, else null
 * @param contributors how many reports contribute
 * @param estimated for a rate, how many numerators were computed from a stated rate
 * @param approximate how many of the contributors rest on a figure that is not exact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Amount(
        BigDecimal value,
        BigDecimal denominator,
        int contributors,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int estimated,
        int approximate) {

    /** Numbers get the scale that JSON shows without an exponent. */
    Amount {
        value = plain(value);
        denominator = denominator == null ? null : plain(denominator);
    }

    static Amount figure(BigDecimal value, boolean exact) {
        return new Amount(value, null, 1, 0, exact ? 0 : 1);
    }

    static Amount pair(BigDecimal numerator, BigDecimal denominator, boolean estimated, boolean exact) {
        return new Amount(numerator, denominator, 1, estimated ? 1 : 0, exact ? 0 : 1);
    }

    Amount and(Amount other) {
        return new Amount(
                value.add(other.value),
                denominator == null ? other.denominator : denominator.add(other.bottom()),
                contributors + other.contributors,
                estimated + other.estimated,
                approximate + other.approximate);
    }

    /** Whether both are the same numbers, whatever their trailing zeros. */
    static boolean same(Amount one, Amount other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.value.compareTo(other.value) == 0
                && one.bottom().compareTo(other.bottom()) == 0
                && one.contributors == other.contributors
                && one.estimated == other.estimated
                && one.approximate == other.approximate;
    }

    private BigDecimal bottom() {
        return denominator == null ? BigDecimal.ZERO : denominator;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.setScale(Math.max(0, number.scale()));
    }
}
