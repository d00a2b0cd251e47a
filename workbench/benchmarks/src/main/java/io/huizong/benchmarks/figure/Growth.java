package io.huizong.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.load.StoredYears;
import io.huizong.benchmarks.measure.Median;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.service.MeasuredInstances;
import io.huizong.local.Stage;

/**
 * What it costs to apply a report of a new year when ever more are stored: some 10,000 of them, one to ten national years, and
 * 1,000,000.
 */
public final class Growth implements Measurement {

    private static final int FIRST_NEW_YEAR = 1950;
    private static final int FIRST_STORED_YEAR = 2000;
    private static final int SOME = 10_000;
    private static final int BACKLOG = 4_000;
    /** With what is applied meanwhile, the last one makes some 1,000,000 reports. */
    private static final List<Integer> YEARS = List.of(0, 1, 2, 5, 10, 20);

    private final NationalReports national;

    /** A table about those reports. */
    public Growth(NationalReports national) {
        this.national = national;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<MeasuredFigure> measure(Plan plan, Progress progress) throws Exception {
        List<MeasuredFigure> figures = new ArrayList<>();
        try (Stage stage = new Stage();
                MeasuredInstances instances = new MeasuredInstances(stage, 1)) {
            StoredYears stored = new StoredYears(national, instances.connection());
            int newYear = FIRST_NEW_YEAR;
            instances.apply(national.events(national.townships(SOME), newYear++));
            int years = 0;
            for (int wanted : YEARS) {
                while (years < wanted) {
                    stored.write(FIRST_STORED_YEAR + years++);
                }
                stored.analyze();
                double[] micros = new double[plan.rounds().counted()];
                for (int round = -plan.rounds().warmUps(); round < micros.length; round++) {
                    instances.pile(national.events(national.townships(BACKLOG), newYear++));
                    double perSecond = instances.applyPerSecond();
                    instances.awaitPublished();
                    if (round >= 0) {
                        micros[round] = 1e6 / perSecond;
                    }
                }
                long reports = instances.published()
                        + (long) years * national.everyone().size();
                progress.say("growth: %,d reports stored, %d national years: %.0f µs a report"
                        .formatted(reports, years, Median.of(micros)));
                figures.add(new MeasuredFigure(
                        "a report applied, %d national years stored".formatted(years), Median.of(micros), "µs"));
            }
        }
        return figures;
    }
}
