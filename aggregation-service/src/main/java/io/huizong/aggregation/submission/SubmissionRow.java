package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.contract.event.ReportEvent;

@Entity
@Table(name = "submission")
class SubmissionRow {

    @EmbeddedId
    Id id;

    @Enumerated(EnumType.STRING)
    SubmissionKind kind;

    @Enumerated(EnumType.STRING)
    SubmissionOutcome outcome;

    Integer revision;

    UUID replaced;

    @Column(name = "expected_revision")
    Integer expectedRevision;

    String client;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Column(name = "body_line")
    Long bodyLine;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "log_id")
    String topicId;

    @Column(name = "log_partition")
    int partition;

    @Column(name = "log_offset")
    long offset;

    String report;

    String warnings;

    /**
     * The same id for another jurisdiction or period is another submission, so that an outcome follows from the records
     * of its key.
     */
    @Embeddable
    record Id(
            int generation, @Column(name = "submission_id") UUID submissionId, String jurisdiction, String period) {

        static Id of(int generation, ReportEvent event) {
            return new Id(
                    generation,
                    event.submissionId(),
                    event.jurisdiction(),
                    event.period().toString());
        }

        GenerationKey report() {
            return new GenerationKey(generation, period, jurisdiction);
        }
    }
}
