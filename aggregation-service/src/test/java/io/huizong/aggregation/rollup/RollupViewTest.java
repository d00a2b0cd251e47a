package io.huizong.aggregation.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.huizong.aggregation.rollup.IndicatorView.FigureView;
import io.huizong.aggregation.rollup.IndicatorView.RateView;
import io.huizong.aggregation.rollup.IndicatorView.TotalView;
import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.CountedTotals;
import io.huizong.aggregation.rollup.arithmetic.GeneratedReports;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** What a stored rollup shows is what the rule says of the current reports, totals and gaps included. */
class RollupViewTest {

    @Property(tries = 300)
    void a_stored_rollup_shows_what_the_rule_says(@ForAll("histories") GeneratedReports.History history) {
        Map<RollupKey, Rollup> rollups = history.apply(4);

        Map<RollupKey, Report> current = history.current();
        CountedTotals counted = new CountedTotals(history.tree(), current);
        for (RollupKey place : history.places()) {
            Rollup rollup = stored(rollups.getOrDefault(place, Rollup.empty()));
            Map<String, IndicatorView> expected = new LinkedHashMap<>();
            for (Indicator indicator : GeneratedReports.CATALOG.all()) {
                Scope scope = current.containsKey(place) ? current.get(place).scope() : null;
                IndicatorView view = expected(counted, place, indicator, scope);
                if (view != null) {
                    expected.put(indicator.code(), view);
                }
            }
            assertThat(RollupView.of(place, 1, rollup, GeneratedReports.CATALOG).indicators())
                    .as("%s", place)
                    .isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<GeneratedReports.History> histories() {
        return GeneratedReports.histories();
    }

    private static Rollup stored(Rollup rollup) {
        RollupRow row = new RollupRow();
        row.set(rollup, Level.COUNTY);
        return row.rollup();
    }

    private static IndicatorView expected(CountedTotals counted, RollupKey place, Indicator indicator, Scope scope) {
        Tally sum = counted.effective(place, indicator);
        return switch (indicator.kind()) {
            case TOTAL -> {
                BigDecimal total = BigDecimal.ZERO;
                int parts = 0;
                for (String operand : indicator.operands()) {
                    Tally part = counted.effective(
                            place, GeneratedReports.CATALOG.get(operand).orElseThrow());
                    total = total.add(part.value());
                    parts += part.contributors() > 0 ? 1 : 0;
                }
                yield parts == 0
                        ? null
                        : new TotalView(total, parts, indicator.operands().size());
            }
            case RATE ->
                sum.contributors() == 0
                        ? null
                        : new RateView(
                                percent(sum),
                                sum.value(),
                                sum.denominator(),
                                sum.contributors(),
                                sum.estimated(),
                                sum.approximate());
            default -> sum.contributors() == 0 ? null : figure(counted.cell(place, indicator), sum, indicator, scope);
        };
    }

    private static BigDecimal percent(Tally sum) {
        return sum.denominator().signum() == 0
                ? null
                : new BigDecimal("100").multiply(sum.value()).divide(sum.denominator(), 2, RoundingMode.HALF_UP);
    }

    private static FigureView figure(Cell cell, Tally sum, Indicator indicator, Scope scope) {
        int decimals = indicator.kind() == IndicatorKind.AMOUNT ? 2 : 0;
        BigDecimal own =
                cell.own().contributors() == 0 ? null : cell.own().value().setScale(decimals);
        BigDecimal below = cell.subordinates().contributors() == 0
                ? null
                : cell.subordinates().value().setScale(decimals);
        BigDecimal gap = own == null || below == null || scope == Scope.OWN_LEVEL ? null : own.subtract(below);
        return new FigureView(sum.value().setScale(decimals), own, below, gap, sum.contributors(), sum.approximate());
    }
}
