package io.huizong.aggregation.rollup.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Report;

/**
 * Whatever is reported, amended and withdrawn in whatever order and batches, every rollup holds what the rule says of the
 * current reports.
 */
class RollupArithmeticTest {

    private final IndicatorCatalog catalog = GeneratedReports.CATALOG;

    @Property(tries = 300)
    void every_rollup_is_what_the_rule_says(
            @ForAll("histories") GeneratedReports.History history, @ForAll @IntRange(min = 1, max = 8) int batchSize) {
        Map<RollupKey, Rollup> rollups = history.apply(batchSize);

        assertHoldsTheRule(history, rollups);
    }

    @Property(tries = 100)
    void how_the_log_is_split_into_batches_does_not_matter(@ForAll("histories") GeneratedReports.History history) {
        Map<RollupKey, Rollup> oneByOne = history.apply(1);
        Map<RollupKey, Rollup> allAtOnce = history.apply(Integer.MAX_VALUE);

        assertThat(cells(oneByOne)).isEqualTo(cells(allAtOnce));
    }

    @Property(tries = 100)
    void withdrawing_everything_leaves_nothing(@ForAll("histories") GeneratedReports.History history) {
        List<GeneratedReports.Step> withdrawals = history.steps().stream()
                .map(step -> new GeneratedReports.Step(step.place(), null))
                .toList();
        List<GeneratedReports.Step> all = new ArrayList<>(history.steps());
        all.addAll(withdrawals);

        Map<RollupKey, Rollup> rollups = new GeneratedReports.History(history.tree(), all).apply(3);

        assertThat(rollups.values()).allSatisfy(rollup -> {
            assertThat(rollup.cells()).isEmpty();
            assertThat(rollup.subtreeReports()).isZero();
            assertThat(rollup.subtreeWithoutFigures()).isZero();
            assertThat(rollup.scope()).isNull();
        });
    }

    @Property(tries = 100)
    void saying_the_same_again_changes_nothing(@ForAll("histories") GeneratedReports.History history) {
        Map<RollupKey, Rollup> rollups = history.apply(5);
        Fold again = new Fold(history.tree(), catalog);
        history.current().forEach((place, report) -> again.replaceOwn(place, OwnReport.of(report, catalog), 0));

        again.keys().forEach(place -> {
            Rollup stored = rollups.get(place);
            Rollup reread = new Rollup(
                    stored.scope(),
                    stored.ownHasFigures(),
                    stored.subtreeReports(),
                    stored.subtreeWithoutFigures(),
                    stored.revisions(),
                    stored.cells());
            again.apply(place, reread);
            assertThat(reread.isChanged()).as("%s changed", place).isFalse();
        });
    }

    @Provide
    Arbitrary<GeneratedReports.History> histories() {
        return GeneratedReports.histories();
    }

    private void assertHoldsTheRule(GeneratedReports.History history, Map<RollupKey, Rollup> rollups) {
        Map<RollupKey, Report> current = history.current();
        CountedTotals counted = new CountedTotals(history.tree(), current);
        for (RollupKey place : history.places()) {
            Rollup rollup = rollups.getOrDefault(place, Rollup.empty());
            Map<String, Cell> cells = new HashMap<>();
            Map<String, Tally> effective = new HashMap<>();
            for (Indicator indicator : catalog.all()) {
                Cell cell = counted.cell(place, indicator);
                if (cell.own().isPresent() || cell.subordinates().isPresent()) {
                    cells.put(indicator.code(), cell);
                }
                effective.put(indicator.code(), counted.effective(place, indicator));
            }
            assertThat(rollup.cells()).as("cells of %s", place).isEqualTo(cells);
            assertThat(effective).as("effective values of %s", place).allSatisfy((code, tally) -> assertThat(
                            rollup.effective(code))
                    .isEqualTo(tally));
            assertThat(rollup.subtreeReports()).as("reports of %s", place).isEqualTo(counted.reports(place));
            assertThat(rollup.subtreeWithoutFigures())
                    .as("reports without figures of %s", place)
                    .isEqualTo(counted.withoutFigures(place));
            assertThat(rollup.scope())
                    .isEqualTo(current.containsKey(place) ? current.get(place).scope() : null);
        }
    }

    private static Map<RollupKey, Map<String, Cell>> cells(Map<RollupKey, Rollup> rollups) {
        Map<RollupKey, Map<String, Cell>> cells = new HashMap<>();
        rollups.forEach((place, rollup) -> cells.put(place, rollup.cells()));
        return cells;
    }
}
