package io.huizong.aggregation.report;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record SubmissionRowId(
        int generation, @Column(name = "submission_id") UUID submissionId) {}
