package io.huizong.system.crash;

import java.util.UUID;

/** What a submission came to; the numbers as the table {@code submission} has them. */
record SubmissionOutcome(String outcome, Integer revision, UUID replaced) {

    static SubmissionOutcome withoutEffect(String outcome) {
        return new SubmissionOutcome(outcome, null, null);
    }
}
