package io.huizong.aggregation.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.huizong.contract.event.Origin;

@Embeddable
record SubmissionKeyId(
        int generation,
        String client,
        @Column(name = "idempotency_key") String idempotencyKey,
        @Column(name = "body_line") long bodyLine) {

    static SubmissionKeyId of(int generation, Origin origin) {
        return new SubmissionKeyId(
                generation, origin.client(), origin.idempotencyKey(), origin.line() == null ? 0 : origin.line());
    }
}
