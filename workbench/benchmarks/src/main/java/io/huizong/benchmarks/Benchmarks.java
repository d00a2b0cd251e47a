package io.huizong.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.huizong.benchmarks.figure.Growth;
import io.huizong.benchmarks.figure.MeasuredFigure;
import io.huizong.benchmarks.figure.Measurement;
import io.huizong.benchmarks.figure.National;
import io.huizong.benchmarks.figure.StartupTime;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;
import io.huizong.benchmarks.row.ApplyRow;
import io.huizong.benchmarks.row.HeapRow;
import io.huizong.benchmarks.row.InstancesRow;
import io.huizong.benchmarks.row.NdjsonRow;
import io.huizong.benchmarks.row.PostRow;
import io.huizong.benchmarks.row.RollupGetRow;
import io.huizong.benchmarks.row.Row;
import io.huizong.benchmarks.row.VisibleRow;

/** Measures what was asked for, one after the other, and writes {@code target/results.json} and {@code figures.json}. */
public final class Benchmarks {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final NationalReports national = new NationalReports();
    private final List<Row> rows = List.of(
            new PostRow(national),
            new NdjsonRow(national),
            new ApplyRow(national),
            new InstancesRow(national),
            new RollupGetRow(national),
            new VisibleRow(national),
            new HeapRow(national));
    private final List<Measurement> measurements =
            List.of(new National(national), new StartupTime(), new Growth(national));

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks();
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.parse(List.of(arguments));
            benchmarks.requireKnown(options);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(benchmarks.usage());
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.println(benchmarks.usage());
            return;
        }
        benchmarks.run(options, new Progress(System.out));
        System.exit(0);
    }

    private String usage() {
        return BenchmarkOptions.USAGE.formatted(names().collect(joining(", ")));
    }

    private Stream<String> names() {
        return Stream.concat(
                rows.stream().map(row -> row.comparison().name()),
                measurements.stream().map(Measurement::name));
    }

    private void requireKnown(BenchmarkOptions options) {
        List<String> known = names().toList();
        for (String name : options.only()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no benchmark %s.".formatted(name));
            }
        }
    }

    private void run(BenchmarkOptions options, Progress progress) throws Exception {
        Plan plan = options.quick() ? Plan.QUICK : Plan.FULL;
        List<Result> results = new ArrayList<>();
        for (Row row : rows) {
            if (options.wants(row.comparison().name())) {
                progress.say(row.comparison().title());
                results.add(row.measure(plan, progress));
                write("results.json", results);
            }
        }
        List<MeasuredFigure> figures = new ArrayList<>();
        for (Measurement measurement : measurements) {
            if (options.wants(measurement.name())) {
                figures.addAll(measurement.measure(plan, progress));
                write("figures.json", figures);
            }
        }
        System.out.println();
        System.out.println(new ResultTable(results, figures));
    }

    private static void write(String name, List<?> lines) throws IOException {
        JSON.writeValue(Path.of("target", name).toFile(), lines);
    }
}
