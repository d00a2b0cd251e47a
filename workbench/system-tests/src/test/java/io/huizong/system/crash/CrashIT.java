package io.huizong.system.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * Whoever dies when, every submission comes to what it has to, once, and every total is what the rule says.
 *
 * <p>{@code -Dcrash.long=true} writes 20,000 records and kills 22 times instead of 2,000 and 5; {@code -Dcrash.seed}
 * repeats the history and the blows of a run that printed that seed. When a blow finds whom is left to time.
 */
class CrashIT {

    private static final String[] OUTCOMES = {"APPLIED", "CONFLICT", "DEAD_LETTERED", "KEY_REUSED", "NO_EFFECT"};
    private static final int SAMPLE = 25;

    private final DivisionTree tree = DivisionTree.bundled();
    private final IndicatorCatalog catalog = IndicatorCatalog.bundled();
    private final CrashPlan plan = CrashPlan.fromSystemProperties();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void no_crash_loses_anything_or_counts_it_twice() throws Exception {
        System.out.printf("Crash test with %s; -Dcrash.seed=%d repeats it%n", plan, plan.seed());
        RandomHistory history = new RandomHistory(plan.seed(), tree, catalog);
        try (CrashRun run = new CrashRun(plan, history)) {
            run.run();

            ExpectedHistory expected = new ExpectedHistory(history.events());
            System.out.printf(
                    "%d records under %s came to %s%n", history.events().size(), run.struck(), kinds(expected));
            System.out.printf(
                    "Starts that ended by themselves: %s%n",
                    run.instances().stream()
                            .map(AggregationInstance::endedStarts)
                            .toList());
            assertThat(kinds(expected)).containsOnlyKeys(OUTCOMES);
            assertAllBlowsFell(run);
            assertStored(expected, run);
            assertWithdrawnAreEmpty(expected, run);
            assertShown(expected, run);
        }
    }

    private static Map<String, Long> kinds(ExpectedHistory expected) {
        return expected.outcomes().values().stream()
                .collect(groupingBy(SubmissionOutcome::outcome, TreeMap::new, counting()));
    }

    private void assertAllBlowsFell(CrashRun run) {
        Map<Blow, Integer> planned = new HashMap<>();
        plan.blows(run.stage().servers(), new Random()).forEach(blow -> planned.merge(blow, 1, Integer::sum));
        assertThat(run.struck()).as("blows while records were waiting").isEqualTo(planned);
    }

    private void assertStored(ExpectedHistory expected, CrashRun run) throws Exception {
        try (Connection connection = run.stage().connection()) {
            StoredState stored = new StoredState(connection);
            assertThat(Differences.between(expected.outcomes(), stored.outcomes()))
                    .as("submissions, seed %d", plan.seed())
                    .isEmpty();
            assertThat(Differences.between(expected.revisions(), stored.revisions()))
                    .as("reports, seed %d", plan.seed())
                    .isEmpty();
            Map<Place, Rollup> rollups = stored.rollups();
            rollups.values().removeIf(Rollup::isEmpty);
            assertThat(Differences.between(new ExpectedRollups(tree, catalog, expected.current()).byPlace(), rollups))
                    .as("rollups, seed %d", plan.seed())
                    .isEmpty();
        }
    }

    private void assertWithdrawnAreEmpty(ExpectedHistory expected, CrashRun run) throws Exception {
        try (Connection connection = run.stage().connection()) {
            Map<Place, Rollup> rollups = new StoredState(connection).rollups();
            assertThat(expected.withdrawn()).isNotEmpty().allSatisfy(place -> {
                Rollup rollup = rollups.get(place);
                assertThat(rollup.scope())
                        .as("scope of %s, seed %d", place, plan.seed())
                        .isNull();
                assertThat(rollup.cells().values())
                        .as("cells of %s, seed %d", place, plan.seed())
                        .allMatch(cell -> !cell.own().isPresent());
            });
        }
    }

    private void assertShown(ExpectedHistory expected, CrashRun run) throws Exception {
        String token = run.stage().viewer();
        Map<String, CountedRollup> counts = new HashMap<>();
        for (Place place : sample(expected)) {
            var counted = counts.computeIfAbsent(
                            place.period(), period -> new CountedRollup(tree, catalog, period, expected.current()))
                    .cells(place.jurisdiction());
            for (AggregationInstance instance : run.instances()) {
                assertThat(Differences.between(counted, ShownRollup.fetch(instance, token, place)))
                        .as("rollup of %s shown by %s, seed %d", place, instance, plan.seed())
                        .isEmpty();
            }
        }
    }

    /** The root, some places with a report and some where it was withdrawn. */
    private static List<Place> sample(ExpectedHistory expected) {
        return Stream.of(
                        Stream.of(new Place("CN", "2022")),
                        expected.current().keySet().stream().limit(SAMPLE),
                        expected.withdrawn().stream().limit(SAMPLE))
                .flatMap(places -> places)
                .toList();
    }
}
