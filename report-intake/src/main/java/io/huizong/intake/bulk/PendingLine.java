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

    /** Its outcome; null while it is unknown. */
    Outcome outcome() {
        return outcome;
    }

    /** About how many bytes of memory it takes; constant once it was submitted. */
    int weight() {
        // Rules refuse a report at once, not later on.
        return outcome instanceof Outcome.Failure failure
                ? length + failure.findings().size() * BYTES_OF_A_FINDING
                : length;
    }
}
