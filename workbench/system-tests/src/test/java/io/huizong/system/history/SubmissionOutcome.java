package io.huizong.system.history;

import java.util.UUID;

/** What a submission came to; the numbers as the table {@code submission} has them. */
public record SubmissionOutcome(String outcome, Integer revision, UUID replaced) {

    /** That of a submission which is no revision. */
    public static SubmissionOutcome withoutEffect(String outcome) {
        return new SubmissionOutcome(outcome, null, null);
    }
}
