package io.huizong.benchmarks.row;

import io.huizong.benchmarks.load.BulkRequest;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.measure.Rounds;
import io.huizong.benchmarks.service.MeasuredService;
import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** The intake's heap after a long body beside that after a short one. */
public final class HeapRow implements Row {

    private static final int SHORT_BODY = 10_000;
    private static final double BYTES_A_MEGABYTE = 1e6;

    private final NationalReports national;

    /** A row that sends reports of the whole country. */
    public HeapRow(NationalReports national) {
        this.national = national;
    }

    @Override
    public Comparison comparison() {
        return new Comparison(
                "heap", "heap after a long NDJSON body, against after 10,000 lines", "MB", Better.LESS, 0.9);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        try (Stage stage = new Stage();
                ServiceProcess intake = MeasuredService.INTAKE.start(stage)) {
            stage.makeTopic();
            intake.awaitReady();
            progress.say("heap: the long body has %,d lines".formatted(plan.longBody()));
            // The first round comes to a heap in which everything is loaded that ever will be; a short one is enough.
            heapAfter(SHORT_BODY, intake, stage);
            return new Rounds(0, plan.rounds().counted())
                    .compare(
                            comparison(),
                            round -> heapAfter(plan.longBody(), intake, stage),
                            round -> heapAfter(SHORT_BODY, intake, stage),
                            progress);
        }
    }

    private double heapAfter(int lines, ServiceProcess intake, Stage stage) throws Exception {
        BulkRequest.monthly(national, lines).send(intake.uri("/reports"), stage.submitter());
        return intake.heapBytes() / BYTES_A_MEGABYTE;
    }
}
