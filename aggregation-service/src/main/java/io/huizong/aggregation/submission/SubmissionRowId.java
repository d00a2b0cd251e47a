package io.huizong.aggregation.submission;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.contract.event.ReportEvent;

/**
 * The same id for another jurisdiction or period is another submission, so that an outcome follows from the records
 * of its key.
 */
@Embeddable
record SubmissionRowId(
        int generation, @Column(name = "submission_id") UUID submissionId, String jurisdiction, String period) {

    static SubmissionRowId of(int generation, ReportEvent event) {
        return new SubmissionRowId(
                generation,
                event.submissionId(),
                event.jurisdiction(),
                event.period().toString());
    }

    GenerationKey place() {
        return new GenerationKey(generation, period, jurisdiction);
    }
}
