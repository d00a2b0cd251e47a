package io.huizong.aggregation.batch;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.huizong.aggregation.report.DeadLetter;
import io.huizong.aggregation.report.LoggedEvent;

/** A record of the log as the service understands it. */
public sealed interface LogEntry {

    /** Partition of the log that it stands in. */
    int partition();

    /** Its offset in that partition. */
    long offset();

    /** An event that can be applied. */
    record Applicable(LoggedEvent event) implements LogEntry {

        @Override
        public int partition() {
            return event.partition();
        }

        @Override
        public long offset() {
            return event.offset();
        }
    }

    /**
     * A record that cannot be applied.
     *
     * @param record the record as it is
     * @param reason a sentence why
     * @param submissionId the submission that it says it is; null if it does not say
     */
    record Inapplicable(ConsumerRecord<String, byte[]> record, String reason, UUID submissionId) implements LogEntry {

        @Override
        public int partition() {
            return record.partition();
        }

        @Override
        public long offset() {
            return record.offset();
        }

        DeadLetter deadLetter(String logId) {
            return new DeadLetter(
                    logId,
                    record.partition(),
                    record.offset(),
                    record.key(),
                    reason,
                    submissionId,
                    Instant.ofEpochMilli(record.timestamp()));
        }
    }
}
