package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.indicator.Indicator;

/**
 * A sum over other indicators of the same rollup.
 *
 * @param effective sum of the parts' effective values that are there
 * @param parts how many parts are there
 * @param partsOf how many parts it has
 */
@Schema(name = "TotalValue")
public record TotalView(BigDecimal effective, int parts, int partsOf) implements IndicatorView {

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
