package io.huizong.aggregation.report;

import java.time.Instant;
import java.util.UUID;

/**
 * What a submission came to.
 *
 * @param submissionId identifies it
 * @param kind what it asked for; null, like what else the record says, if it could not be read
 * @param jurisdiction code of the jurisdiction whose report it is about
 * @param period period of that report
 * @param outcome what it came to
 * @param reason why it was dead-lettered; null for any other outcome
 * @param revision which revision it is; null unless applied
 * @param replaced the submission whose report was current until then; null if there was none
 * @param client who submitted it
 * @param submittedAt when the intake accepted it
 * @param partition partition of the log that it stands in
 * @param offset its offset there
 */
public record SubmissionView(
        UUID submissionId,
        SubmissionKind kind,
        String jurisdiction,
        String period,
        Outcome outcome,
        String reason,
        Integer revision,
        UUID replaced,
        String client,
        Instant submittedAt,
        int partition,
        long offset) {

    /** Where it stands among what its client submitted. */
    public Position position() {
        return new Position(submittedAt, submissionId);
    }

    /** A place in the list of what a client submitted: by time, and by id where the times are the same. */
    public record Position(Instant submittedAt, UUID submissionId) {

        private static final UUID FIRST = new UUID(0, 0);

        /** The place before all that was submitted at that time or later. */
        public static Position before(Instant time) {
            return new Position(time, FIRST);
        }
    }

    static SubmissionView of(SubmissionRow row) {
        return new SubmissionView(
                row.id.submissionId(),
                row.kind,
                row.jurisdiction,
                row.period,
                row.outcome,
                row.reason,
                row.revision,
                row.replaced,
                row.client,
                row.submittedAt,
                row.logPartition,
                row.logOffset);
    }
}
