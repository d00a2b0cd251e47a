package io.huizong.local.count;

import java.util.List;

/**
 * An entry of the catalog, as far as counting needs it.
 *
 * @param kind COUNT, STOCK, AMOUNT, LOCAL, RATE or TOTAL
 * @param operands numerator and denominator of a RATE, the parts of a TOTAL
 */
public record Indicator(String code, Kind kind, List<String> operands) {

    /** How an indicator is counted. */
    public enum Kind {
        COUNT,
        STOCK,
        AMOUNT,
        LOCAL,
        RATE,
        TOTAL
    }

    /** An entry as the catalog writes it: {@code of} is {@code a/b}, {@code a+b+c} or empty. */
    public static Indicator of(String code, String kind, String of) {
        return new Indicator(code, Kind.valueOf(kind), of.isEmpty() ? List.of() : List.of(of.split("[/+]")));
    }
}
