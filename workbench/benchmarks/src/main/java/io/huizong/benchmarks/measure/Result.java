package io.huizong.benchmarks.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A row of {@code results.json}: medians over the rounds.
 *
 * @param name of the comparison
 * @param ours in {@code unit}
 * @param reference in {@code unit}
 * @param ratio of a round, higher is better; not the ratio of the medians
 * @param goal the least ratio
 * @param unit of {@code ours} and {@code reference}
 * @param runs the rounds, in order
 */
public record Result(
        String name, double ours, double reference, double ratio, double goal, String unit, List<Round> runs) {

    static Result of(Comparison comparison, List<Round> rounds) {
        return new Result(
                comparison.name(),
                median(rounds, Round::ours),
                median(rounds, Round::reference),
                median(rounds, Round::ratio),
                comparison.goal(),
                comparison.unit(),
                List.copyOf(rounds));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Median.of(rounds.stream().mapToDouble(value).toArray());
    }
}
