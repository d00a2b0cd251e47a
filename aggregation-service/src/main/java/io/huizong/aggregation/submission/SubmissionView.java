package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A submission and its outcome.
 *
 * @param submissionId identifies it
 * @param kind what it asked for; null, like what else the record says, if it could not be read
 * @param jurisdiction code of the jurisdiction whose report it is about
 * @param period period of that report
 * @param outcome its outcome
 * @param revision which revision it is; null unless applied
 * @param replaced the submission whose report was current until then; null if there was none
 * @param client who submitted it
 * @param submittedAt when the intake accepted it
 * @param partition partition of the topic that it is in
 * @param offset its offset there
 * @param notCounted what of it is in no total; left out if everything is, or it was not applied
 * @param reason a sentence why it could not be read; left out if it could
 */
@Schema(name = "Submission")
public record SubmissionView(
        UUID submissionId,
        @Schema(nullable = true) SubmissionKind kind,
        @Schema(nullable = true) String jurisdiction,
        @Schema(nullable = true) String period,
        SubmissionOutcome outcome,
        @Schema(nullable = true) Integer revision,
        @Schema(nullable = true) UUID replaced,
        @Schema(nullable = true) String client,
        @Schema(nullable = true) Instant submittedAt,
        int partition,
        long offset,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NotCounted> notCounted,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    static SubmissionView of(UnreadableRecord record) {
        return new SubmissionView(
                record.submissionId(),
                null,
                null,
                null,
                SubmissionOutcome.UNREADABLE,
                null,
                null,
                null,
                null,
                record.partition(),
                record.offset(),
                List.of(),
                record.reason());
    }
}
