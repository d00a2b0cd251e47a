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
            Turn own;
            Turn other;
            if (number % 2 == 0) {
                own = turn(ours, number);
                other = turn(reference, number);
            } else {
                other = turn(reference, number);
                own = turn(ours, number);
            }
            Round round = comparison.round(own.measured(), other.measured());
            progress.say("%s %s: ours %,.2f, reference %,.2f %s, ratio %.3f"
                    .formatted(
                            comparison.name(),
                            number < warmUps ? "warm-up" : "round " + (number - warmUps + 1),
                            round.ours(),
                            round.reference(),
                            comparison.unit(),
                            round.ratio()));
            progress.say("    CPU seconds: ours %s; reference %s".formatted(own.cpu(), other.cpu()));
            if (number >= warmUps) {
                rounds.add(round);
            }
        }
        return Result.of(comparison, rounds);
    }

    /** What a side did in a round, and who used how much of the CPU for it. */
    private record Turn(double measured, String cpu) {}

    private static Turn turn(Side side, int number) throws Exception {
        CpuTimes begin = CpuTimes.now();
        long began = System.nanoTime();
        double measured = side.measure(number);
        double available = Runtime.getRuntime().availableProcessors() * (System.nanoTime() - began) / 1e9;
        return new Turn(measured, "%s of %.2f".formatted(CpuTimes.now().since(begin), available));
    }
}
