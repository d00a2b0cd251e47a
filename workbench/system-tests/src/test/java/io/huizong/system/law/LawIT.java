package io.huizong.system.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.system.history.Differences;
import io.huizong.system.history.Place;

/**
 * What is stored follows from the log, the tree and the catalog, and from nothing else: not from who read what when, who died,
 * what the database forgot, or what a service knew when a record came by.
 *
 * <p>{@code -Dlaw.long=true} writes 20,000 records instead of 1,000, puts the database back twelve times instead of four, changes
 * catalog and tree one after the other, each time under another seed; {@code -Dlaw.seed} repeats a run that printed that seed.
 */
// It takes the longest, so it begins first.
@Order(1)
class LawIT {

    private final LawPlan plan = LawPlan.fromSystemProperties();

    @Test
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void what_is_stored_follows_from_log_tree_and_catalog_alone(@TempDir Path folder) throws Exception {
        System.out.printf("Law test with %s; -Dlaw.seed=%d repeats it%n", plan, plan.seed());
        List<Edition> editions = editions(folder);
        try (LawRun run = new LawRun(plan, editions.get(0), folder)) {
            LawPlay play = new LawPlay(plan, run);
            run.log().topic().takeAnyTimestamp();
            run.write(plan.share());
            run.awaitRight("at the begin", LawRun.HEALED);

            for (int number = 0; number < editions.size(); number++) {
                if (number > 0) {
                    play.rollTo(editions.get(number));
                }
                play.putBackAll(number);
            }
            play.replaceLog();

            Map<Place, JsonNode> live = run.assertAllRight("live");
            play.rebuild();
            assertSame("rebuilt", live, run.assertAllRight("rebuilt"));
            play.refill();
            assertSame("refilled", live, run.assertAllRight("refilled"));

            System.out.printf(
                    "The longest time until totals were right again was %d ms. %d answers were asked for again %d times and"
                            + " found unchanged %d times%n",
                    play.longest().toMillis(),
                    run.tagged().answers(),
                    run.tagged().asked(),
                    run.tagged().unchanged());
            assertThat(run.tagged().unchanged()).as("answers found unchanged").isPositive();
        }
    }

    private List<Edition> editions(Path folder) throws Exception {
        Edition bundled = Edition.bundled();
        Edition newerCatalog = bundled.withCatalog(NewerFiles.catalog(folder));
        Edition newest = newerCatalog.withDivisions(NewerFiles.divisions(folder));
        List<Edition> editions = new ArrayList<>(List.of(bundled, newest));
        if (plan.isLong()) {
            editions.add(1, newerCatalog);
        }
        return editions;
    }

    private static void assertSame(String when, Map<Place, JsonNode> live, Map<Place, JsonNode> then) {
        assertThat(Differences.between(live, then))
                .as("what is published, %s", when)
                .isEmpty();
    }
}
