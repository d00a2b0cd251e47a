package io.huizong.aggregation.submission;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What of an applied submission is in no total. There is no row where everything is. */
@Entity
@Table(name = "uncounted")
class UncountedRow {

    @EmbeddedId
    UncountedId id;

    @Column(name = "not_counted")
    String notCounted;

    @Embeddable
    record UncountedId(
            int generation,
            String period,
            String jurisdiction,
            @Column(name = "submission_id") UUID submissionId) {

        static UncountedId of(SubmissionRowId submission) {
            return new UncountedId(
                    submission.generation(), submission.period(), submission.jurisdiction(), submission.submissionId());
        }
    }
}
