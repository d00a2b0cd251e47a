package io.huizong.contract.indicator;

import java.math.BigDecimal;

/** The kind of an indicator: what its figure is and how it is added up. */
public enum IndicatorKind {
    /** Whole number of what happened in the period: a flow. */
    COUNT(Form.FIGURE, true, 0, true),
    /** Whole number of what exists at the period's end. */
    STOCK(Form.FIGURE, true, 0, true),
    /** Chinese yuan, two decimals. */
    AMOUNT(Form.FIGURE, true, 2, false),
    /** Whole number that is never summed across jurisdictions. */
    LOCAL(Form.FIGURE, false, 0, false),
    /** Percentage of a numerator in a denominator; never a figure, but sources may state it. */
    RATE(Form.PAIR, true, 0, false),
    /** Sum of other indicators; derived when read, never reported. */
    TOTAL(Form.DERIVED, true, 0, false);

    private final Form form;
    private final boolean summed;
    private final int decimals;
    private final boolean operand;

    IndicatorKind(Form form, boolean summed, int decimals, boolean operand) {
        this.form = form;
        this.summed = summed;
        this.decimals = decimals;
        this.operand = operand;
    }

    private enum Form {
        FIGURE,
        PAIR,
        DERIVED
    }

    /** Whether a report can give a figure of this kind. */
    public boolean isReported() {
        return form == Form.FIGURE;
    }

    /** Whether that number can be the figure of a report: a whole number has no decimals. */
    public boolean accepts(BigDecimal figure) {
        return isReported() && figure.stripTrailingZeros().scale() <= decimals;
    }

    /** Whether it is a numerator and a denominator, which a source may state as a percentage. */
    public boolean isPair() {
        return form == Form.PAIR;
    }

    /** Whether it is made of other indicators when it is read, and stored nowhere. */
    public boolean isDerived() {
        return form == Form.DERIVED;
    }

    /** Whether its values move up to the jurisdictions above. */
    public boolean isSummed() {
        return summed;
    }

    /** Whether a report can differ from the sum of those below it. */
    public boolean hasGap() {
        return isReported() && summed;
    }

    /** Whether a rate or a total can be made of it. */
    public boolean isOperand() {
        return operand;
    }

    /** How many decimals a figure of this kind may have, 0 or 2; 0 for a kind that is not reported. */
    public int decimals() {
        return decimals;
    }
}
