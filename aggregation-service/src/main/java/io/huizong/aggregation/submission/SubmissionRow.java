package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

@Entity
@Table(name = "submission")
class SubmissionRow {

    @EmbeddedId
    SubmissionRowId id;

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
    String logId;

    @Column(name = "log_partition")
    int logPartition;

    @Column(name = "log_offset")
    long logOffset;

    String report;

    String warnings;
}
