package io.huizong.benchmarks.row;

import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

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

/** Single reports beside the barest endpoint that takes them. */
public final class PostRow implements Row {

    private final List<Buffer> reports;

    /** A row that sends reports of the whole country. */
    public PostRow(NationalReports national) {
        reports = national.townships(1000).stream()
                .map(township -> Buffer.buffer(national.json(township, "2021", 1234)))
                .toList();
    }

    @Override
    public Comparison comparison() {
        return new Comparison(
                "post", "accepted single POSTs/s, against the barest Quarkus endpoint", "reports/s", Better.MORE, 0.8);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        try (Stage stage = new Stage();
                HttpLoad load = new HttpLoad();
                ServiceProcess intake = MeasuredService.INTAKE.start(stage);
                ServiceProcess barest = MeasuredService.BAREST_INTAKE.start(stage)) {
            stage.makeTopic();
            intake.awaitReady();
            barest.awaitListening();
            String token = stage.submitter();
            for (ServiceProcess service : List.of(intake, barest)) {
                load.send(plan.warmUp(), number -> post(load, service, token, number));
            }
            progress.say("post: warmed up");
            return plan.rounds()
                    .compare(
                            comparison(),
                            round -> load.perSecond(plan.turn(), number -> post(load, intake, token, number)),
                            round -> load.perSecond(plan.turn(), number -> post(load, barest, token, number)),
                            progress);
        }
    }

    private Future<?> post(HttpLoad load, ServiceProcess service, String token, long number) {
        return load.post(service.uri("/reports"), token, reports.get((int) (number % reports.size())));
    }
}
