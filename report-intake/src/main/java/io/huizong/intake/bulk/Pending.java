package io.huizong.intake.bulk;

import io.huizong.intake.submission.Outcome;

/** A line that was submitted. */
final class Pending {

    // Two sentences and a place for each.
    private static final int BYTES_OF_A_VIOLATION = 600;

    private final long line;
    private final int length;
    private volatile Outcome outcome;

    Pending(Line line) {
        this.line = line.number();
        this.length = line.bytes().length;
    }

    long line() {
        return line;
    }

    void settle(Outcome settled) {
        outcome = settled;
    }

    /** What it came to; null while that is unknown. */
    Outcome outcome() {
        return outcome;
    }

    /** About how much memory it takes; the same always once it was submitted. */
    int weight() {
        // Rules refuse a report at once, not later on.
        return outcome instanceof Outcome.Refused refused
                ? length + refused.violations().size() * BYTES_OF_A_VIOLATION
                : length;
    }
}
