package io.huizong.contract.indicator;

import java.util.List;

import io.huizong.contract.Bilingual;

/**
 * An entry of the catalog.
 *
 * @param code topic and name, such as {@code mediation.cases_mediated}
 * @param kind what its figure is
 * @param unit the unit, such as 件 or cases
 * @param label what people call it
 * @param operands codes: for a RATE the numerator and the denominator, for a TOTAL its parts, else empty
 */
public record Indicator(String code, IndicatorKind kind, Bilingual unit, Bilingual label, List<String> operands) {

    /** Code of a RATE's numerator. */
    public String numerator() {
        return operands.get(0);
    }

    /** Code of a RATE's denominator. */
    public String denominator() {
        return operands.get(1);
    }

    /** The operands as the catalog writes them: {@code a/b}, {@code a+b+c}; null where there are none. */
    public String of() {
        return operands.isEmpty() ? null : String.join(kind.isPair() ? "/" : "+", operands);
    }
}
