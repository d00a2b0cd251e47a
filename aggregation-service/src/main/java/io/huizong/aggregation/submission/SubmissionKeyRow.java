package io.huizong.aggregation.submission;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "submission_key")
class SubmissionKeyRow {

    @EmbeddedId
    SubmissionKeyId id;

    @Column(name = "submission_id")
    UUID submissionId;
}
