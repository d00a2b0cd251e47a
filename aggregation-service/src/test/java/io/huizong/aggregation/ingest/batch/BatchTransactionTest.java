package io.huizong.aggregation.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.RandomHistory;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.rollup.IndicatorView.FigureView;
import io.huizong.aggregation.rollup.IndicatorView.RateView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.CountedTotals;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.rollup.arithmetic.Tally;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/**
 * However the log is cut into batches, however often parts of it come again, and however many apply it side by side: the
 * database holds what the rule says.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class BatchTransactionTest {

    private static final int EVENTS = 600;

    @Inject
    BatchTransaction application;

    @Inject
    Generations generations;

    @Inject
    RollupReader rollups;

    @Inject
    DivisionTree tree;

    @Inject
    IndicatorCatalog catalog;

    private final long seed = RandomHistory.SEED;

    @Test
    void the_database_holds_what_the_rule_says() throws Exception {
        RandomHistory history = new RandomHistory("log-of-this-test", seed, tree, EVENTS);

        history.apply(application);

        CountedTotals counted = new CountedTotals(tree, history.current());
        for (Period period : RandomHistory.PERIODS) {
            Stream.concat(
                            history.jurisdictions().stream(),
                            history.jurisdictions().stream().flatMap(below -> tree.ancestors(below).stream()))
                    .distinct()
                    .forEach(jurisdiction -> assertHoldsTheRule(new RollupKey(jurisdiction, period), counted));
        }
    }

    private void assertHoldsTheRule(RollupKey place, CountedTotals counted) {
        RollupView rollup = rollups.read(generations.answering(), place);
        assertThat(rollup.reports().subtree())
                .as("reports of %s, seed %d", place, seed)
                .isEqualTo(counted.reports(place));
        for (String code : Stream.concat(
                        RandomHistory.FIGURES.stream(), Stream.of(RandomHistory.RATE, RandomHistory.LOCAL))
                .toList()) {
            Indicator indicator = catalog.get(code).orElseThrow();
            assertThat(tally(rollup, code))
                    .as("%s of %s, seed %d", code, place, seed)
                    .isEqualTo(counted.effective(place, indicator));
        }
    }

    private static Tally tally(RollupView rollup, String code) {
        if (rollup.indicators().get(code) instanceof FigureView figure) {
            return new Tally(figure.effective(), BigDecimal.ZERO, figure.contributors(), 0, figure.approximate());
        }
        if (rollup.indicators().get(code) instanceof RateView rate) {
            return new Tally(
                    rate.numerator(), rate.denominator(), rate.contributors(), rate.estimated(), rate.approximate());
        }
        return Tally.NONE;
    }
}
