package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.indicator.Indicator;

/**
 * A rate, from the sums of its two sides; never an average of rates.
 *
 * @param effective percent, two decimals, rounded half up; null if the denominator is 0
 * @param numerator sum of the numerators
 * @param denominator sum of the denominators
 * @param contributors how many reports' pairs are in it
 * @param estimated how many of those numerators were computed from a stated rate
 * @param approximate how many of those pairs rest on a figure that is not exact
 */
@Schema(name = "RateValue")
public record RateView(
        @Schema(nullable = true) BigDecimal effective,
        BigDecimal numerator,
        BigDecimal denominator,
        int contributors,
        int estimated,
        int approximate)
        implements IndicatorView {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    static Optional<RateView> of(Indicator rate, Rollup rollup) {
        Tally pairs = rollup.effective(rate.code());
        if (!pairs.isPresent()) {
            return Optional.empty();
        }
        BigDecimal percent = pairs.denominator().signum() == 0
                ? null
                : pairs.value().multiply(HUNDRED).divide(pairs.denominator(), DECIMALS, RoundingMode.HALF_UP);
        return Optional.of(new RateView(
                percent,
                pairs.value(),
                pairs.denominator(),
                pairs.contributors(),
                pairs.estimated(),
                pairs.approximate()));
    }
}
