package io.huizong.contract.report;

import java.math.BigDecimal;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A number that a report gives for an indicator. In JSON a bare number where it is exact, else
 * {@code {"value": 3600, "qualifier": "AT_LEAST"}}.
 *
 * @param value 0 to {@link #MAXIMUM}, in the indicator's unit
 * @param qualifier how exactly the source gives it
 */
@JsonDeserialize(using = FigureDeserializer.class)
public record Figure(BigDecimal value, Qualifier qualifier) {

    /** The largest figure: 10^15. */
    public static final BigDecimal MAXIMUM = BigDecimal.TEN.pow(15);

    /** Most decimals that a figure can have. */
    public static final int DECIMALS = 2;

    /**
     * Trailing zeros of the value are dropped, so that equal numbers make equal figures.
     *
     * @throws IllegalArgumentException if the value is negative, above {@link #MAXIMUM} or of more than
     *     {@link #DECIMALS} decimals
     */
    public Figure {
        Objects.requireNonNull(qualifier, "qualifier");
        value = Decimals.within(value, BigDecimal.ZERO, MAXIMUM, DECIMALS);
    }

    /** An exact figure. */
    public static Figure exact(long value) {
        return new Figure(BigDecimal.valueOf(value), Qualifier.EXACT);
    }

    /** Whether the source gives just this number. */
    public boolean isExact() {
        return qualifier == Qualifier.EXACT;
    }

    @JsonValue
    Object json() {
        return isExact() ? value : new Qualified(value, qualifier);
    }

    record Qualified(@JsonProperty(required = true) BigDecimal value, Qualifier qualifier) {}
}
