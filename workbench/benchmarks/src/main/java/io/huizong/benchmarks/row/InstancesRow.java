package io.huizong.benchmarks.row;

import java.util.ArrayList;
import java.util.List;

import io.huizong.benchmarks.fleet.Fleet;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.contract.event.ReportEvent;
import io.huizong.local.Stage;

/**
 * A backlog applied by three instances, in periods in which there is nothing yet, beside that of one. Each instance of the
 * three has as much to do as the one, a year of its own, so that their compilers are equally far.
 */
public final class InstancesRow implements Row {

    private static final int FIRST_YEAR = 2000;
    private static final int INSTANCES = 3;
    private static final int BATCHES_FOR_A_DEADLOCK = 100;

    private final NationalReports national;

    /** A row that applies reports of the whole country. */
    public InstancesRow(NationalReports national) {
        this.national = national;
    }

    @Override
    public Comparison comparison() {
        return new Comparison(
                "instances", "reports applied/s by three instances, against one", "reports/s", Better.MORE, 1.0);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        try (Stage many = new Stage();
                Stage few = new Stage();
                Fleet three = new Fleet(many, INSTANCES);
                Fleet one = new Fleet(few, 1)) {
            Result result = plan.rounds()
                    .compare(
                            comparison(),
                            round -> applyPerSecond(three, INSTANCES, plan, round),
                            round -> applyPerSecond(one, 1, plan, round),
                            progress);
            double deadlocks = three.counter("huizong_deadlocks_total");
            double batches = three.counter("huizong_batch_apply_seconds_count");
            progress.say("instances: %.0f deadlocks in %.0f batches of three instances".formatted(deadlocks, batches));
            if (deadlocks * BATCHES_FOR_A_DEADLOCK >= batches) {
                throw new IllegalStateException("%.0f deadlocks in %.0f batches, expected fewer than one in %d"
                        .formatted(deadlocks, batches, BATCHES_FOR_A_DEADLOCK));
            }
            return result;
        }
    }

    private double applyPerSecond(Fleet fleet, int instances, Plan plan, int round) throws Exception {
        List<String> townships = national.townships(plan.backlog());
        List<ReportEvent> reports = new ArrayList<>();
        for (int number = 0; number < instances; number++) {
            reports.addAll(national.events(townships, FIRST_YEAR + round * instances + number));
        }
        fleet.pile(reports);
        double perSecond = fleet.applyPerSecond();
        fleet.awaitPublished();
        return perSecond;
    }
}
