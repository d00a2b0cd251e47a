package io.huizong.system.history;

import java.math.BigDecimal;

/** Figures added up, or pairs of a rate; a count that is no rate's has the denominator 0. Equal numbers are equal. */
public record Tally(BigDecimal value, BigDecimal denominator, int contributors, int estimated, int approximate) {

    public static final Tally NONE = new Tally(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

    /** Trailing zeros are dropped. */
    public Tally {
        value = value.stripTrailingZeros();
        denominator = denominator.stripTrailingZeros();
    }

    Tally plus(Tally other) {
        return new Tally(
                value.add(other.value),
                denominator.add(other.denominator),
                contributors + other.contributors,
                estimated + other.estimated,
                approximate + other.approximate);
    }

    public boolean isPresent() {
        return contributors > 0;
    }

    @Override
    public String toString() {
        return "%s/%s of %d, %d estimated, %d approximate"
                .formatted(value.toPlainString(), denominator.toPlainString(), contributors, estimated, approximate);
    }
}
