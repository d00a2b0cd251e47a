package io.huizong.benchmarks;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

import io.huizong.benchmarks.figure.MeasuredFigure;
import io.huizong.benchmarks.measure.Result;

/** What was measured, for people. */
record ResultTable(List<Result> results, List<MeasuredFigure> figures) {

    @Override
    public String toString() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of("%-10s %12s %12s %-10s %7s %6s"
                                        .formatted("", "ours", "reference", "", "ratio", "goal")),
                                results.stream().map(ResultTable::line)),
                        figures.stream().map(ResultTable::line))
                .collect(joining(System.lineSeparator()));
    }

    private static String line(Result result) {
        return "%-10s %,12.2f %,12.2f %-10s %7.3f %6.2f  %s"
                .formatted(
                        result.name(),
                        result.ours(),
                        result.reference(),
                        result.unit(),
                        result.ratio(),
                        result.goal(),
                        result.ratio() >= result.goal() ? "reached" : "falls short");
    }

    private static String line(MeasuredFigure figure) {
        return "%s: %,.2f %s".formatted(figure.name(), figure.value(), figure.unit());
    }
}
