package io.huizong.benchmarks.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.vertx.core.buffer.Buffer;

import io.huizong.benchmarks.load.BulkRequest;
import io.huizong.benchmarks.load.HttpLoad;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.reference.JdbcReference;
import io.huizong.benchmarks.service.MeasuredInstances;
import io.huizong.benchmarks.service.MeasuredService;
import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/**
 * A national collection: everyone's report of one year in one body, from the first byte sent until the last total is right.
 * Its floor is the slower of the two references on the same work. A year before it warms all of them up.
 */
public final class National implements Measurement {

    private static final int WARM_UP = 2020;
    private static final int YEAR = 2021;
    private static final int PART = 1000;

    private final NationalReports national;
    private final List<String> everyone;

    /** A collection of those reports. */
    public National(NationalReports national) {
        this.national = national;
        this.everyone = national.everyone();
    }

    @Override
    public String name() {
        return "national";
    }

    @Override
    public List<MeasuredFigure> measure(Plan plan, Progress progress) throws Exception {
        try (Stage stage = new Stage();
                ServiceProcess intake = MeasuredService.INTAKE.start(stage);
                MeasuredInstances instances = new MeasuredInstances(stage, 1)) {
            intake.awaitReady();
            collect(WARM_UP, intake, instances, stage);
            progress.say("national: warmed up");
            double seconds = collect(YEAR, intake, instances, stage);
            progress.say("national: %,d reports in %.1f s".formatted(everyone.size(), seconds));
            double jdbc = applied(stage);
            progress.say("national: the JDBC reference applied them in %.1f s".formatted(jdbc));
            double barest = posted();
            progress.say("national: the barest endpoint took them in %.1f s".formatted(barest));
            return List.of(
                    new MeasuredFigure("national collection", seconds, "s"),
                    new MeasuredFigure("national collection, floor", Math.max(jdbc, barest), "s"),
                    new MeasuredFigure("national collection, applied by the JDBC reference", jdbc, "s"),
                    new MeasuredFigure("national collection, taken by the barest endpoint", barest, "s"));
        }
    }

    private double collect(int year, ServiceProcess intake, MeasuredInstances instances, Stage stage) throws Exception {
        BulkRequest body = body(Integer.toString(year));
        NationalTotals totals = new NationalTotals(national, instances.instance(), stage.admin(), year);
        long begin = System.nanoTime();
        body.send(intake.uri("/reports"), stage.submitter());
        totals.awaitAll();
        double seconds = (System.nanoTime() - begin) / 1e9;
        totals.requireRight();
        instances.awaitPublished();
        return seconds;
    }

    private BulkRequest body(String period) {
        List<byte[]> parts = new ArrayList<>();
        for (int first = 0; first < everyone.size(); first += PART) {
            parts.add(IntStream.range(first, Math.min(first + PART, everyone.size()))
                    .mapToObj(number -> national.json(everyone.get(number), period, number) + "\n")
                    .collect(joining())
                    .getBytes(UTF_8));
        }
        return new BulkRequest(parts, everyone.size());
    }

    private double applied(Stage stage) throws Exception {
        try (JdbcReference reference = new JdbcReference(stage)) {
            reference.applyUntil(everyone.size());
            long begin = System.nanoTime();
            reference.applyUntil(2L * everyone.size());
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private double posted() throws Exception {
        try (Stage stage = new Stage();
                HttpLoad load = new HttpLoad()) {
            stage.makeTopic();
            try (ServiceProcess barest = MeasuredService.BAREST_INTAKE.start(stage)) {
                barest.awaitListening();
                post(WARM_UP, load, barest, stage);
                long begin = System.nanoTime();
                post(YEAR, load, barest, stage);
                return (System.nanoTime() - begin) / 1e9;
            }
        }
    }

    private void post(int year, HttpLoad load, ServiceProcess barest, Stage stage) {
        String token = stage.submitter();
        String period = Integer.toString(year);
        load.send(
                everyone.size(),
                number -> load.post(
                        barest.uri("/reports"),
                        token,
                        Buffer.buffer(national.json(everyone.get((int) number), period, number))));
    }
}
