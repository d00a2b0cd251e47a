package io.huizong.benchmarks.row;

import java.util.List;
import java.util.function.LongFunction;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

import io.huizong.benchmarks.load.BulkRequest;
import io.huizong.benchmarks.load.HttpLoad;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.service.MeasuredService;
import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** Reports in bulk beside the same reports one by one, to the same intake. */
public final class NdjsonRow implements Row {

    private static final int PART_OF_LONG_BODY = 10;

    private final NationalReports national;
    private final List<String> reports;

    /** A row that sends reports of the whole country. */
    public NdjsonRow(NationalReports national) {
        this.national = national;
        reports = national.townships(1000).stream()
                .map(township -> national.json(township, "2021", 1234))
                .toList();
    }

    @Override
    public Comparison comparison() {
        return new Comparison("ndjson", "NDJSON reports/s, against single POSTs/s", "reports/s", Better.MORE, 3.0);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        int lines = plan.longBody() / PART_OF_LONG_BODY;
        BulkRequest body = BulkRequest.monthly(national, lines);
        List<Buffer> singles = reports.stream().map(Buffer::buffer).toList();
        try (Stage stage = new Stage();
                HttpLoad load = new HttpLoad();
                ServiceProcess intake = MeasuredService.INTAKE.start(stage)) {
            stage.makeTopic();
            intake.awaitReady();
            String token = stage.submitter();
            LongFunction<Future<?>> single =
                    number -> load.post(intake.uri("/reports"), token, singles.get((int) (number % singles.size())));
            load.send(plan.warmUp(), single);
            progress.say("ndjson: warmed up");
            return plan.rounds()
                    .compare(
                            comparison(),
                            round -> {
                                long begin = System.nanoTime();
                                body.send(intake.uri("/reports"), token);
                                return lines * 1e9 / (System.nanoTime() - begin);
                            },
                            round -> load.perSecond(plan.turn(), single),
                            progress);
        }
    }
}
