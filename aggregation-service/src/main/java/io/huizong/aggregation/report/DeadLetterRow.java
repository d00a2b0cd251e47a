package io.huizong.aggregation.report;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "dead_letter")
class DeadLetterRow {

    @EmbeddedId
    DeadLetterId id;

    @Column(name = "record_key")
    String recordKey;

    String reason;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "put_back")
    boolean putBack;

    DeadLetter deadLetter() {
        return new DeadLetter(id.logId(), id.partition(), id.offset(), recordKey, reason, submissionId, recordedAt);
    }
}
