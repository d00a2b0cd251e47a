package io.huizong.aggregation.report;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.huizong.aggregation.place.PlaceId;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;

@Entity
@Table(name = "report")
class ReportRow {

    @EmbeddedId
    PlaceId id;

    int revision;

    UUID current;

    boolean warned;

    @Column(name = "first_accepted_at")
    Instant firstAcceptedAt;

    Outcome outcomeOf(ReportEvent event) {
        if (event.expectedRevision() != null && event.expectedRevision() != revision) {
            return Outcome.CONFLICT;
        }
        if (event instanceof ReportWithdrawn && current == null) {
            return Outcome.NO_EFFECT;
        }
        return Outcome.APPLIED;
    }

    void revise(ReportEvent event) {
        revision++;
        current = event instanceof ReportWithdrawn ? null : event.submissionId();
        warned = event instanceof ReportSubmitted submitted
                && !submitted.warnings().isEmpty();
        if (firstAcceptedAt == null) {
            firstAcceptedAt = event.time();
        }
    }
}
