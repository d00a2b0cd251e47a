package io.huizong.benchmarks.row;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.reference.JdbcReference;
import io.huizong.benchmarks.service.MeasuredInstances;
import io.huizong.local.Stage;

/** A backlog applied by the service beside the same records applied by a hand-written program. */
public final class ApplyRow implements Row {

    private static final int FIRST_YEAR = 2000;

    private final NationalReports national;

    /** A row that applies reports of the whole country. */
    public ApplyRow(NationalReports national) {
        this.national = national;
    }

    @Override
    public Comparison comparison() {
        return new Comparison(
                "apply",
                "reports applied/s, against hand-written JDBC on one connection",
                "reports/s",
                Better.MORE,
                0.8);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        try (Stage stage = new Stage();
                MeasuredInstances instances = new MeasuredInstances(stage, 1);
                JdbcReference reference = new JdbcReference(stage)) {
            return plan.roundsOf(plan.backlog())
                    .compare(
                            comparison(),
                            round -> {
                                pile(instances, round, plan.backlog());
                                double ours = instances.applyPerSecond();
                                instances.awaitPublished();
                                return ours;
                            },
                            round -> {
                                pile(instances, round, plan.backlog());
                                long begin = System.nanoTime();
                                reference.applyUntil(instances.published());
                                return plan.backlog() * 1e9 / (System.nanoTime() - begin);
                            },
                            progress);
        }
    }

    /** Both sides read the same records: whoever comes first in a round has them published. */
    private void pile(MeasuredInstances instances, int round, int reports) throws Exception {
        if (instances.published() == (long) round * reports) {
            instances.pile(national.events(national.townships(reports), FIRST_YEAR + round));
        }
    }
}
