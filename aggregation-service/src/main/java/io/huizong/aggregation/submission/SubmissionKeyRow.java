package io.huizong.aggregation.submission;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;

@Entity
@Table(name = "submission_key")
class SubmissionKeyRow {

    @EmbeddedId
    Id id;

    @Column(name = "submission_id")
    UUID submissionId;

    /** A key is for one jurisdiction and period: so a reuse is in the partition of the first use, after it. */
    @Embeddable
    record Id(
            int generation,
            String client,
            @Column(name = "idempotency_key") String idempotencyKey,
            @Column(name = "body_line") long bodyLine,
            String jurisdiction,
            String period) {

        static Id of(int generation, ReportEvent event) {
            Origin origin = event.origin();
            return new Id(
                    generation,
                    origin.client(),
                    origin.idempotencyKey(),
                    origin.line() == null ? 0 : origin.line(),
                    event.jurisdiction(),
                    event.period().toString());
        }
    }
}
