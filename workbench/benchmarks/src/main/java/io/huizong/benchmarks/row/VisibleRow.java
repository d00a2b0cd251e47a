package io.huizong.benchmarks.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;

import io.huizong.benchmarks.load.Beacons;
import io.huizong.benchmarks.load.HttpLoad;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Latencies;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.reference.BarePipeline;
import io.huizong.benchmarks.service.MeasuredInstances;
import io.huizong.benchmarks.service.MeasuredService;
import io.huizong.benchmarks.service.StoredTotals;
import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** From a POST to the nation's total that has it, beside a record produced, consumed and committed as a row. */
public final class VisibleRow implements Row {

    private static final int PER_SECOND = 300;
    private static final int FIRST_YEAR = 2000;
    private static final String WARM_UP_YEAR = "1999";
    private static final int FIRST_YEAR_OF_WARM_UP_TURNS = 1960;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /** Between two looks. */
    private static final Duration MOMENT = Duration.ofMillis(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Beacons beacons;

    /** A row that sends reports of the whole country. */
    public VisibleRow(NationalReports national) {
        beacons = new Beacons(national);
    }

    @Override
    public Comparison comparison() {
        return new Comparison(
                "visible",
                "POST until visible in CN's rollup, p99 at 300/s, against the bare pipeline",
                "ms",
                Better.LESS,
                0.4);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        try (Stage stage = new Stage();
                ServiceProcess intake = MeasuredService.INTAKE.start(stage);
                MeasuredInstances instances = new MeasuredInstances(stage, 1);
                BarePipeline bare = new BarePipeline(stage);
                HttpLoad load = new HttpLoad()) {
            intake.awaitReady();
            int count = Math.min(beacons.most(), Math.toIntExact(plan.turn().toSeconds() * PER_SECOND));
            byte[] record = beacons.json(0, "2021").getBytes(UTF_8);
            warmUp(plan, stage, intake, instances, load);
            for (int turn = 0; turn < plan.warmUpTurns(); turn++) {
                p99(count, Integer.toString(FIRST_YEAR_OF_WARM_UP_TURNS + turn), stage, intake, instances, load);
            }
            progress.say("visible: warmed up");
            return plan.rounds()
                    .compare(
                            comparison(),
                            round -> p99(count, Integer.toString(FIRST_YEAR + round), stage, intake, instances, load),
                            round -> bare.run(PER_SECOND, count, record).p99(),
                            progress);
        }
    }

    private void warmUp(Plan plan, Stage stage, ServiceProcess intake, MeasuredInstances instances, HttpLoad load)
            throws Exception {
        String submitter = stage.submitter();
        String viewer = stage.admin();
        load.send(plan.warmUp(), number -> {
            Buffer report = Buffer.buffer(beacons.json((int) (number % beacons.most()), WARM_UP_YEAR));
            return load.post(intake.uri("/reports"), submitter, report);
        });
        load.send(
                plan.warmUpOfQueries(),
                number -> load.get(instances.instance().uri("/rollups/CN/" + WARM_UP_YEAR), viewer));
        instances.awaitPublished();
    }

    private double p99(
            int count, String period, Stage stage, ServiceProcess intake, MeasuredInstances instances, HttpLoad load)
            throws Exception {
        AtomicLongArray sent = new AtomicLongArray(count);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        String submitter = stage.submitter();
        String viewer = stage.admin();
        Thread sending = new Thread(() -> HttpLoad.steadily(PER_SECOND, count, (intended, number) -> {
            sent.set(number, intended);
            load.post(intake.uri("/reports"), submitter, Buffer.buffer(beacons.json(number, period)))
                    .onFailure(failure::set);
        }));
        sending.start();
        Latencies latencies = new Latencies();
        BitSet missing = new BitSet();
        missing.set(0, count);
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try (StoredTotals totals = new StoredTotals(instances, period)) {
            while (!missing.isEmpty()) {
                if (failure.get() != null || System.nanoTime() > end) {
                    throw new IOException("%d reports are not visible".formatted(missing.cardinality()), failure.get());
                }
                totals.ifChanged().ifPresent(changed -> see(changed, missing, sent, latencies));
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
        sending.join();
        requireAll(count, nation(period, viewer, instances, load));
        instances.awaitPublished();
        return latencies.p99();
    }

    private void requireAll(int count, Map<String, BigInteger> totals) {
        long shown = IntStream.range(0, count)
                .filter(number -> beacons.isIn(totals, number))
                .count();
        if (shown < count) {
            throw new IllegalStateException(
                    "The nation's rollup shows %d reports, expected %d".formatted(shown, count));
        }
    }

    /** The nation's totals as a user sees them. */
    private static Map<String, BigInteger> nation(
            String period, String token, MeasuredInstances instances, HttpLoad load) throws Exception {
        Buffer rollup = load.get(instances.instance().uri("/rollups/CN/" + period), token)
                .toCompletionStage()
                .toCompletableFuture()
                .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        return JSON.readTree(rollup.getBytes()).path("indicators").properties().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        indicator -> indicator.getValue().path("effective").bigIntegerValue()));
    }

    /** Takes those out of the missing that the totals show. */
    private void see(Map<String, BigInteger> totals, BitSet missing, AtomicLongArray sent, Latencies latencies) {
        for (int number = missing.nextSetBit(0);
                number >= 0 && sent.get(number) != 0;
                number = missing.nextSetBit(number + 1)) {
            if (beacons.isIn(totals, number)) {
                missing.clear(number);
                latencies.doneNow(sent.get(number));
            }
        }
    }
}
