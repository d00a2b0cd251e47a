package io.huizong.intake.bulk;

import io.huizong.intake.submission.Outcome;

/** A line that was submitted. */
final class PendingLine {

    // Two sentences and a place for each.
    private static final int BYTES_OF_A_FINDING = 600;

    private final long line;
    private final int length;
    private volatile Outcome outcome;

    PendingLine(BulkLine line) {
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
        return outcome instanceof Outcome.Failure failure
                ? length + failure.findings().size() * BYTES_OF_A_FINDING
                : length;
    }
}
