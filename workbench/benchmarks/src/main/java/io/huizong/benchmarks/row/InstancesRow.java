package io.huizong.benchmarks.row;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.measure.Rounds;
import io.huizong.benchmarks.service.MeasuredInstances;
import io.huizong.local.Stage;

/** A backlog applied by three instances, in a period in which there is nothing yet, beside the same applied by one. */
public final class InstancesRow implements Row {

    private static final int WARM_UP_YEAR = 1950;
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
                MeasuredInstances three = new MeasuredInstances(many, INSTANCES);
                MeasuredInstances one = new MeasuredInstances(few, 1)) {
            // Each of three does a third of a round: so many more until each has done as much as the one.
            // And as much again for all, since compilers that still work take a part of the machine from one,
            // and three parts from three.
            Rounds rounds = plan.roundsOf(INSTANCES * plan.backlog());
            int more = plan.roundsOfWarmUp(INSTANCES * plan.backlog());
            for (int number = 0; number < more * (2 * INSTANCES - 1); number++) {
                applyPerSecond(three, plan, WARM_UP_YEAR + number);
            }
            for (int number = 0; number < more; number++) {
                applyPerSecond(one, plan, WARM_UP_YEAR + number);
            }
            progress.say("instances: warmed up");
            Result result = rounds.compare(
                    comparison(),
                    round -> applyPerSecond(three, plan, FIRST_YEAR + round),
                    round -> applyPerSecond(one, plan, FIRST_YEAR + round),
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

    private double applyPerSecond(MeasuredInstances instances, Plan plan, int year) throws Exception {
        instances.pile(national.events(national.townships(INSTANCES * plan.backlog()), year));
        double perSecond = instances.applyPerSecond();
        instances.awaitPublished();
        return perSecond;
    }
}
