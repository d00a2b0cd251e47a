package io.huizong.benchmarks.row;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.Future;

import io.huizong.benchmarks.load.HttpLoad;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.load.StoredYears;
import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Comparison.Better;
import io.huizong.benchmarks.measure.Latencies;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.service.MeasuredInstances;
import io.huizong.local.Stage;

/** The nation's totals asked for while five national years are stored, beside the same while one report is. */
public final class RollupGetRow implements Row {

    private static final int PER_SECOND = 200;
    private static final List<Integer> YEARS = List.of(2019, 2020, 2021, 2022, 2023);
    private static final int ASKED = 2021;

    private final NationalReports national;

    /** A row that fills one of two databases. */
    public RollupGetRow(NationalReports national) {
        this.national = national;
    }

    @Override
    public Comparison comparison() {
        return new Comparison(
                "rollup", "rollup GET p99 with five national years, against one report", "ms", Better.LESS, 0.67);
    }

    @Override
    public Result measure(Plan plan, Progress progress) throws Exception {
        try (Stage full = new Stage();
                Stage empty = new Stage();
                MeasuredInstances five = new MeasuredInstances(full, 1);
                MeasuredInstances one = new MeasuredInstances(empty, 1);
                HttpLoad load = new HttpLoad()) {
            five.apply(national.events(national.townships(1), ASKED));
            one.apply(national.events(national.townships(1), ASKED));
            StoredYears years = new StoredYears(national, five.connection());
            for (int year : YEARS) {
                years.write(year);
                progress.say("rollup: %d is stored".formatted(year));
            }
            years.analyze();
            for (MeasuredInstances instances : List.of(five, one)) {
                load.send(
                        plan.warmUpOfQueries(),
                        number -> load.get(nation(instances), instances.stage().admin()));
            }
            progress.say("rollup: warmed up");
            return plan.rounds()
                    .compare(
                            comparison(),
                            round -> p99(load, plan.turn(), five),
                            round -> p99(load, plan.turn(), one),
                            progress);
        }
    }

    private static URI nation(MeasuredInstances instances) {
        return instances.instance().uri("/rollups/CN/" + ASKED);
    }

    private static double p99(HttpLoad load, Duration turn, MeasuredInstances instances) {
        URI nation = nation(instances);
        String token = instances.stage().admin();
        Latencies latencies = new Latencies();
        int count = Math.toIntExact(turn.toSeconds() * PER_SECOND);
        CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
        HttpLoad.steadily(PER_SECOND, count, (intended, number) -> {
            Future<?> answer = load.get(nation, token).onSuccess(content -> latencies.doneNow(intended));
            answers[number] = answer.toCompletionStage().toCompletableFuture();
        });
        CompletableFuture.allOf(answers).join();
        return latencies.p99();
    }
}
