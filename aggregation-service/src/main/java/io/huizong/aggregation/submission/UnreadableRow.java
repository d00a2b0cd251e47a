package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "unreadable")
class UnreadableRow {

    @EmbeddedId
    UnreadableId id;

    @Column(name = "record_key")
    String recordKey;

    String reason;

    @Column(name = "submission_id")
    UUID submissionId;

    @Column(name = "recorded_at")
    Instant recordedAt;

    static UnreadableRow of(int generation, UnreadableRecord record) {
        UnreadableRow row = new UnreadableRow();
        row.id = new UnreadableId(generation, record.topicId(), record.partition(), record.offset());
        row.recordKey = record.key();
        row.reason = record.reason();
        row.submissionId = record.submissionId();
        row.recordedAt = record.recordedAt();
        return row;
    }

    UnreadableRecord record() {
        return new UnreadableRecord(
                id.topicId(), id.partition(), id.offset(), recordKey, reason, submissionId, recordedAt);
    }

    @Embeddable
    record UnreadableId(
            int generation,
            @Column(name = "log_id") String topicId,
            @Column(name = "log_partition") int partition,
            @Column(name = "log_offset") long offset) {}
}
