package io.huizong.aggregation.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;

/** A key is for one jurisdiction and period: so a reuse is in the partition of the first use, after it. */
@Embeddable
record SubmissionKeyId(
        int generation,
        String client,
        @Column(name = "idempotency_key") String idempotencyKey,
        @Column(name = "body_line") long bodyLine,
        String jurisdiction,
        String period) {

    static SubmissionKeyId of(int generation, ReportEvent event) {
        Origin origin = event.origin();
        return new SubmissionKeyId(
                generation,
                origin.client(),
                origin.idempotencyKey(),
                origin.line() == null ? 0 : origin.line(),
                event.jurisdiction(),
                event.period().toString());
    }
}
