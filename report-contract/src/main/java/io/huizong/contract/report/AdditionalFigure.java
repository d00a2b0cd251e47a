package io.huizong.contract.report;

import java.math.BigDecimal;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A figure that no indicator stands for; kept with its report, never summed.
 *
 * @param label what the source calls it
 * @param value -10^15 to 10^15, at most six decimals
 * @param unit its unit; null if the source gives none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdditionalFigure(String label, BigDecimal value, String unit) {

    /** The largest value either side of zero: 10^15. */
    public static final BigDecimal MAXIMUM = Figure.MAXIMUM;

    /** Most decimals of the value. */
    public static final int DECIMALS = 6;

    /** @throws IllegalArgumentException if the label is missing or the value out of range */
    public AdditionalFigure {
        Objects.requireNonNull(label, "label");
        value = Decimals.within(value, MAXIMUM.negate(), MAXIMUM, DECIMALS);
    }
}
