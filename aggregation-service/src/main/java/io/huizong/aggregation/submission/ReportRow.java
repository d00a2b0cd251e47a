package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.contract.event.ReportEvent;

@Entity
@Table(name = "report")
class ReportRow {

    @EmbeddedId
    GenerationKey id;

    int revision;

    UUID current;

    boolean warned;

    @Column(name = "first_accepted_at")
    Instant firstAcceptedAt;

    SubmissionOutcome outcomeOf(ReportEvent event) {
        if (event.expectedRevision() != null && event.expectedRevision() != revision) {
            return SubmissionOutcome.CONFLICT;
        }
        if (event.current().isEmpty() && current == null) {
            return SubmissionOutcome.NO_EFFECT;
        }
        return SubmissionOutcome.APPLIED;
    }

    void revise(ReportEvent event) {
        revision++;
        current = event.current().isPresent() ? event.submissionId() : null;
        warned = !event.warnings().isEmpty();
        if (firstAcceptedAt == null) {
            firstAcceptedAt = event.time();
        }
    }
}
