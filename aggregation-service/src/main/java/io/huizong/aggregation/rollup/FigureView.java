package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.indicator.Indicator;

/**
 * An indicator that reports give figures for.
 *
 * @param effective the effective value
 * @param own what the jurisdiction's own report gives; null if nothing
 * @param subordinates the sum of the effective values directly below; null if there are none
 * @param gap own minus subordinates; null unless both are there and the own report covers the whole area
 * @param contributors how many reports' figures are in the effective value
 * @param approximate how many of those are not exact
 */
@Schema(name = "FigureValue")
public record FigureView(
        BigDecimal effective,
        @Schema(nullable = true) BigDecimal own,
        @Schema(nullable = true) BigDecimal subordinates,
        @Schema(nullable = true) BigDecimal gap,
        int contributors,
        int approximate)
        implements IndicatorView {

    static Optional<FigureView> of(Indicator indicator, Rollup rollup) {
        Tally effective = rollup.effective(indicator.code());
        if (!effective.isPresent()) {
            return Optional.empty();
        }
        Cell cell = rollup.cell(indicator.code());
        return Optional.of(new FigureView(
                scaled(indicator, effective.value()),
                scaled(indicator, cell.own()),
                scaled(indicator, cell.subordinates()),
                scaled(indicator, cell.gap(rollup.scope())),
                effective.contributors(),
                effective.approximate()));
    }

    private static BigDecimal scaled(Indicator indicator, Tally tally) {
        return tally.isPresent() ? scaled(indicator, tally.value()) : null;
    }

    private static BigDecimal scaled(Indicator indicator, BigDecimal value) {
        return value == null ? null : value.setScale(indicator.kind().decimals(), RoundingMode.HALF_UP);
    }
}
