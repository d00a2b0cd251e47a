package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.indicator.Indicator;

/** One indicator of a rollup as it is shown. */
@Schema(
        name = "IndicatorValue",
        oneOf = {IndicatorView.FigureView.class, IndicatorView.RateView.class, IndicatorView.TotalView.class})
public sealed interface IndicatorView {

    /** The effective value, in the indicator's unit; null if there is none. */
    BigDecimal effective();

    /** The views of those indicators that have a value in that rollup, in their order. */
    static Map<String, IndicatorView> all(Collection<Indicator> indicators, Rollup rollup) {
        Map<String, IndicatorView> views = new LinkedHashMap<>();
        indicators.forEach(one -> of(one, rollup).ifPresent(view -> views.put(one.code(), view)));
        return views;
    }

    /** The view of that indicator in that rollup; empty if it has no value. */
    static Optional<? extends IndicatorView> of(Indicator indicator, Rollup rollup) {
        return switch (indicator.kind()) {
            case RATE -> RateView.of(indicator, rollup);
            case TOTAL -> TotalView.of(indicator, rollup);
            case COUNT, STOCK, AMOUNT, LOCAL -> FigureView.of(indicator, rollup);
        };
    }

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
    record FigureView(
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
    record RateView(
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

    /**
     * A sum over other indicators of the same rollup.
     *
     * @param effective sum of the parts' effective values that are there
     * @param parts how many parts are there
     * @param partsOf how many parts it has
     */
    @Schema(name = "TotalValue")
    record TotalView(BigDecimal effective, int parts, int partsOf) implements IndicatorView {

        static Optional<TotalView> of(Indicator total, Rollup rollup) {
            List<Tally> parts = total.operands().stream()
                    .map(rollup::effective)
                    .filter(Tally::isPresent)
                    .toList();
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal sum = parts.stream().map(Tally::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            return Optional.of(new TotalView(sum, parts.size(), total.operands().size()));
        }
    }
}
