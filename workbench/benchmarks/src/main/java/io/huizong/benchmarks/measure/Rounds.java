package io.huizong.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures both sides one after the other in each round, so that whatever else the machine does falls on both. The other one
 * begins each time.
 *
 * @param warmUps rounds whose figures are left out
 * @param counted rounds whose figures count
 */
public record Rounds(int warmUps, int counted) {

    /** Measures all rounds and prints each. */
    public Result compare(Comparison comparison, Side ours, Side reference, Progress progress) throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int number = 0; number < warmUps + counted; number++) {
            Measured own;
            Measured other;
            if (number % 2 == 0) {
                own = measure(ours, number);
                other = measure(reference, number);
            } else {
                other = measure(reference, number);
                own = measure(ours, number);
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
    private record Measured(double measured, String cpu) {}

    private static Measured measure(Side side, int number) throws Exception {
        CpuTimes begin = CpuTimes.now();
        long began = System.nanoTime();
        double measured = side.measure(number);
        double available = Runtime.getRuntime().availableProcessors() * (System.nanoTime() - began) / 1e9;
        return new Measured(measured, "%s of %.2f".formatted(CpuTimes.now().since(begin), available));
    }
}
