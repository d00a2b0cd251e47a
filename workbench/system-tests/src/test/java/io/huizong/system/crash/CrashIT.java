package io.huizong.system.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.system.history.ExpectedHistory;
import io.huizong.system.history.RandomSubmissions;
import io.huizong.system.history.SubmissionOutcome;
import io.huizong.system.stored.Aftermath;

/**
 * Whoever dies when, every submission comes to what it has to, once, and every total is what the rule says.
 *
 * <p>{@code -Dcrash.long=true} writes 20,000 records and kills 22 times instead of 1,500 and 3, each time under another seed;
 * {@code -Dcrash.seed} repeats the history and the blows of a run that printed that seed. When a blow finds whom is left to
 * time.
 */
// Of two threads one begins with the first class, the other one with the last.
@Order(Order.DEFAULT + 1)
class CrashIT {

    private static final String[] OUTCOMES = {"APPLIED", "CONFLICT", "KEY_REUSED", "NO_EFFECT"};

    private final DivisionTree tree = DivisionTree.bundled();
    private final IndicatorCatalog catalog = IndicatorCatalog.bundled();
    private final CrashPlan plan = CrashPlan.fromSystemProperties();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void no_crash_loses_anything_or_counts_it_twice() throws Exception {
        System.out.printf("Crash test with %s; -Dcrash.seed=%d repeats it%n", plan, plan.seed());
        RandomSubmissions history = new RandomSubmissions(plan.seed(), tree, catalog);
        try (CrashRun run = new CrashRun(plan, history)) {
            run.run();

            ExpectedHistory expected = new ExpectedHistory(history.events());
            System.out.printf(
                    "%d records under %s came to %s%n", history.events().size(), run.struck(), kinds(expected));
            System.out.printf(
                    "Starts that ended by themselves: %s%n",
                    run.instances().stream()
                            .map(victim -> victim.instance().endedStarts())
                            .toList());
            assertThat(kinds(expected)).containsOnlyKeys(OUTCOMES);
            assertAllBlowsFell(run);
            Aftermath aftermath = new Aftermath(
                    run.stage(), run.instances().stream().map(Victim::instance).toList(), plan, expected);
            aftermath.assertSound();

            run.rebuild(aftermath::assertStored);

            aftermath.assertSound();
        }
    }

    private static Map<String, Long> kinds(ExpectedHistory expected) {
        return expected.outcomes().values().stream()
                .collect(groupingBy(SubmissionOutcome::outcome, TreeMap::new, counting()));
    }

    private void assertAllBlowsFell(CrashRun run) {
        Map<Blow, Integer> planned = new HashMap<>();
        plan.blows(run.servers(), new Random()).forEach(blow -> planned.merge(blow, 1, Integer::sum));
        assertThat(run.struck()).as("blows while records were waiting").isEqualTo(planned);
    }
}
