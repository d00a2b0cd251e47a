package io.huizong.intake.bulk;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;

import org.jboss.logging.Logger;

import io.huizong.intake.submission.Outcome;
import io.huizong.intake.submission.Sender;
import io.huizong.intake.submission.Submissions;
import io.huizong.intake.validation.PlacesOfBody;
import io.huizong.intake.validation.Verdict;

/** The lines of one body that were submitted and have not been answered, in their order. */
final class InFlightLines {

    private static final Logger LOG = Logger.getLogger(InFlightLines.class);
    private static final int MAX_BYTES = 1024 * 1024;

    private final Submissions submissions;
    private final Sender sender;
    private final int maxLines;
    private final PlacesOfBody places = new PlacesOfBody();
    private final Queue<PendingLine> pending = new ArrayDeque<>();
    private long bytes;

    InFlightLines(Submissions submissions, Sender sender, int maxLines) {
        this.submissions = submissions;
        this.sender = sender;
        this.maxLines = maxLines;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    boolean hasRoom() {
        return pending.size() < maxLines && bytes < MAX_BYTES;
    }

    /**
     * Submits a line, unless one before it was for the same place. Runs {@code settled} when its outcome is known, on
     * any thread.
     *
     * @throws RuntimeException if the service fails; then the line was not submitted
     */
    void submit(BulkLine line, Verdict verdict, Runnable settled) {
        Verdict once = places.check(verdict, line.number());
        CompletionStage<Outcome> outcome = submissions.submit(once, sender.onLine(line.number()));
        PendingLine submitted = new PendingLine(line);
        pending.add(submitted);
        outcome.whenComplete((known, failure) -> {
            submitted.outcome = failure == null ? known : failed(line, failure);
            settled.run();
        });
        bytes += submitted.weight();
    }

    /** Answers a line on which the service failed. */
    void fail(BulkLine line, RuntimeException failure) {
        PendingLine failed = new PendingLine(line);
        failed.outcome = failed(line, failure);
        pending.add(failed);
        bytes += failed.weight();
    }

    /** The outcome of a body of which nothing can be accepted. */
    Outcome refusal(Verdict verdict) {
        return submissions.refusal(verdict, sender);
    }

    private static Outcome failed(BulkLine line, Throwable failure) {
        LOG.errorf(failure, "Line %d of a bulk body failed", line.number());
        return Outcome.Unpublished.FAILED;
    }

    /** Moves the known outcomes, up to the first line without one, to the results. */
    void settleInto(ResultStream results) {
        while (!pending.isEmpty() && pending.peek().outcome != null) {
            PendingLine first = pending.remove();
            bytes -= first.weight();
            results.add(first.number, first.outcome);
        }
    }

    /** A line that was submitted. */
    private static final class PendingLine {

        // Two sentences and a pointer.
        private static final int BYTES_OF_A_FINDING = 600;

        private final long number;
        private final int length;
        /** Null while it is unknown. */
        private volatile Outcome outcome;

        PendingLine(BulkLine line) {
            this.number = line.number();
            this.length = line.bytes().length;
        }

        /** About how many bytes of memory it takes; constant once it was submitted. */
        int weight() {
            // Rules refuse a report at once, not later on.
            return outcome instanceof Outcome.Failure failure
                    ? length + failure.findings().size() * BYTES_OF_A_FINDING
                    : length;
        }
    }
}
