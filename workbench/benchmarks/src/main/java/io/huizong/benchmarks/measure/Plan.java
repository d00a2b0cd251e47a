package io.huizong.benchmarks.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each comparison
 * @param warmUp requests that either service is sent before its first round: compilers count calls, not seconds
 * @param turn how long a side works where time ends its turn
 * @param backlog reports that wait to be applied in one turn
 * @param longBody lines of a long bulk body, whole thousands
 */
public record Plan(Rounds rounds, int warmUp, Duration turn, int backlog, int longBody) {

    /** What the goals are about. */
    public static final Plan FULL = new Plan(new Rounds(3, 5), 100_000, Duration.ofSeconds(10), 13_000, 1_000_000);

    /** For a look in passing. */
    public static final Plan QUICK = new Plan(new Rounds(3, 3), 10_000, Duration.ofSeconds(3), 4_000, 100_000);
}
