package io.huizong.benchmarks.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each comparison
 * @param warmUp requests or reports that a service is given before its first round: compilers count calls, not seconds
 * @param turn how long a side works where time ends its turn
 * @param backlog reports that wait for each instance to be applied in one turn
 * @param longBody lines of a long bulk body, whole thousands
 */
public record Plan(Rounds rounds, int warmUp, Duration turn, int backlog, int longBody) {

    /** What the goals are about. */
    public static final Plan FULL = new Plan(new Rounds(3, 5), 100_000, Duration.ofSeconds(10), 13_000, 1_000_000);

    /** For a look in passing. */
    public static final Plan QUICK = new Plan(new Rounds(3, 3), 10_000, Duration.ofSeconds(3), 4_000, 100_000);

    /** Queries before the first round: each takes so many calls that fewer do. */
    public int warmUpOfQueries() {
        return warmUp / 4;
    }

    /** Turns at a steady pace before the first round: what only small batches take is compiled late. */
    public int warmUpTurns() {
        return warmUp / 4_000;
    }

    /** Rounds of so many reports, as many of them before the first that counts as make up the warm-up, or some more. */
    public Rounds roundsOf(int reports) {
        return new Rounds(Math.max(rounds.warmUps(), roundsOfWarmUp(reports)), rounds.counted());
    }

    /** How many rounds of so many reports make up the warm-up. */
    public int roundsOfWarmUp(int reports) {
        return (warmUp + reports - 1) / reports;
    }
}
