package io.huizong.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets both sides work by turns, so that whatever else the machine does falls on both; the other one begins each time.
 *
 * @param warmUps rounds whose figures are left out
 * @param counted rounds whose figures count
 */
public record Rounds(int warmUps, int counted) {

    /** Measures all rounds and tells each. */
    public Result compare(Comparison comparison, Side ours, Side reference, Progress progress) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int number = 0; number < warmUps + counted; number++) {
            Round round = round(comparison, ours, reference, number);
            progress.say("%s %s: ours %,.2f, reference %,.2f %s, ratio %.3f"
                    .formatted(
                            comparison.name(),
                            number < warmUps ? "warm-up" : "round " + (number - warmUps + 1),
                            round.ours(),
                            round.reference(),
                            comparison.unit(),
                            round.ratio()));
            if (number >= warmUps) {
                rounds.add(round);
            }
        }
        return Result.of(comparison, rounds);
    }

    private static Round round(Comparison comparison, Side ours, Side reference, int number) throws Exception {
        if (number % 2 == 0) {
            double first = ours.measure(number);
            return comparison.round(first, reference.measure(number));
        }
        double first = reference.measure(number);
        return comparison.round(ours.measure(number), first);
    }
}
