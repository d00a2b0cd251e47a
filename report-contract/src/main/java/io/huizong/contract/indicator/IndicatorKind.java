package io.huizong.contract.indicator;

/** What an indicator's figure is, and with that how it is added up. */
public enum IndicatorKind {
    /** Whole number of what happened in the period. */
    COUNT,
    /** Whole number of what is there at the period's end. */
    STOCK,
    /** Chinese yuan, two decimals. */
    AMOUNT,
    /** Whole number that is never summed across jurisdictions. */
    LOCAL,
    /** Percentage of a numerator in a denominator; never a figure, sometimes stated by the source. */
    RATE,
    /** Sum of other indicators; derived when read, never reported. */
    TOTAL;

    /** Whether a report can carry a figure of this kind. */
    public boolean isReported() {
        return this != RATE && this != TOTAL;
    }

    /** How many decimals a figure of this kind may have; meaningless for a kind that is not reported. */
    public int decimals() {
        return this == AMOUNT ? 2 : 0;
    }
}
