package io.huizong.contract.indicator;

import java.math.BigDecimal;

/** The kind of an indicator: what its figure is and how it is added up. */
public enum IndicatorKind {
    /** Whole number of what happened in the period: a flow. */
    COUNT,
    /** Whole number of what exists at the period's end. */
    STOCK,
    /** Chinese yuan, two decimals. */
    AMOUNT,
    /** Whole number that is never summed across jurisdictions. */
    LOCAL,
    /** Percentage of a numerator in a denominator; never a figure, but sources may state it. */
    RATE,
    /** Sum of other indicators; derived when read, never reported. */
    TOTAL;

    /** Whether a report can give a figure of this kind. */
    public boolean isReported() {
        return this != RATE && this != TOTAL;
    }

    /** Whether that number can be the figure of a report: a whole number has no decimals. */
    public boolean accepts(BigDecimal figure) {
        return isReported() && figure.stripTrailingZeros().scale() <= decimals();
    }

    /** Whether it is a numerator and a denominator, which a source may state as a percentage. */
    public boolean isPair() {
        return this == RATE;
    }

    /** Whether it is made of other indicators when it is read, and stored nowhere. */
    public boolean isDerived() {
        return this == TOTAL;
    }

    /** Whether its values move up to the jurisdictions above. */
    public boolean isSummed() {
        return this != LOCAL;
    }

    /** Whether a report can differ from the sum of those below it. */
    public boolean hasGap() {
        return isReported() && isSummed();
    }

    /** How many decimals a figure of this kind may have, 0 or 2; 0 for a kind that is not reported. */
    public int decimals() {
        return this == AMOUNT ? 2 : 0;
    }
}
