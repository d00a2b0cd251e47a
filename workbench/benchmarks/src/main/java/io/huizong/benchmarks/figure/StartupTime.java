package io.huizong.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;

import io.huizong.benchmarks.measure.Median;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.service.MeasuredService;
import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** How long either service takes from the start of its process until it is ready, and its resident memory then. */
public final class StartupTime implements Measurement {

    private static final double BYTES_A_MEGABYTE = 1e6;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<MeasuredFigure> measure(Plan plan, Progress progress) throws Exception {
        List<MeasuredFigure> figures = new ArrayList<>();
        for (MeasuredService service : List.of(MeasuredService.INTAKE, MeasuredService.AGGREGATION)) {
            int starts = plan.rounds().counted();
            double[] seconds = new double[starts];
            double[] megabytes = new double[starts];
            try (Stage stage = new Stage()) {
                if (service == MeasuredService.INTAKE) {
                    stage.makeTopic();
                }
                // The first aggregation service makes topics and tables.
                try (ServiceProcess process = service.start(stage)) {
                    process.awaitReady();
                    process.stop();
                }
                for (int number = 0; number < starts; number++) {
                    try (ServiceProcess process = service.start(stage)) {
                        seconds[number] = process.awaitReady().toMillis() / 1e3;
                        megabytes[number] = process.residentBytes() / BYTES_A_MEGABYTE;
                        // A member that is killed stays in the group until its session times out.
                        process.stop();
                    }
                    progress.say("start: %s ready after %.2f s, resident %.0f MB"
                            .formatted(service, seconds[number], megabytes[number]));
                }
            }
            figures.add(new MeasuredFigure(service + " ready", Median.of(seconds), "s"));
            figures.add(new MeasuredFigure(service + " resident", Median.of(megabytes), "MB"));
        }
        return figures;
    }
}
