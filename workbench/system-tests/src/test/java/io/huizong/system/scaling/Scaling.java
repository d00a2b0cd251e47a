package io.huizong.system.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.huizong.contract.event.ReportEvent;

/**
 * Three instances on a period in which there is nothing yet do not get into each other's way. How much faster or slower
 * than one they are is measured side by side, round after round. Too slow for each build: {@code -Dit.test=Scaling} runs it,
 * {@code -Dscaling.rounds=9} with so many rounds.
 */
class Scaling {

    private static final int ROUNDS = Integer.getInteger("scaling.rounds", 3);
    private static final int REPORTS = 4_000;
    private static final int FIRST_YEAR = 2000;
    /** What a machine that others use too may take away from one side and not from the other. */
    private static final double TOLERANCE = 0.85;

    private final TownshipReports reports = new TownshipReports();

    @Test
    void three_instances_neither_deadlock_nor_fall_behind_one() throws Exception {
        try (Fleet one = new Fleet(1);
                Fleet three = new Fleet(3)) {
            one.apply(reports.first(REPORTS, FIRST_YEAR));
            three.apply(reports.first(REPORTS, FIRST_YEAR));
            List<Double> ratios = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                List<ReportEvent> year = reports.first(REPORTS, FIRST_YEAR + round);
                double alone = REPORTS * 1e9 / one.apply(year).toNanos();
                double together = REPORTS * 1e9 / three.apply(year).toNanos();
                ratios.add(together / alone);
                System.out.printf("Applied a second: %.0f by one instance, %.0f by three%n", alone, together);
            }
            double batches = three.counter("huizong_batch_apply_seconds_count");
            double deadlocks = three.counter("huizong_deadlocks_total");
            System.out.printf("%.0f deadlocks in %.0f batches of three instances%n", deadlocks, batches);

            assertThat(batches).isGreaterThanOrEqualTo((ROUNDS + 1) * REPORTS / 500.0);
            assertThat(deadlocks * 100).isLessThan(batches);
            assertThat(ratios.stream().sorted().toList().get(ROUNDS / 2)).isGreaterThanOrEqualTo(TOLERANCE);
        }
    }
}
