package io.huizong.aggregation.batch;

import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.aggregation.report.UnreadableRecord;

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

    /** A record that no version can read. */
    record Unreadable(UnreadableRecord record) implements LogEntry {

        @Override
        public int partition() {
            return record.partition();
        }

        @Override
        public long offset() {
            return record.offset();
        }
    }

    /**
     * An event that only a newer version can read: nothing that stands behind it may be applied before it is.
     *
     * @param reason a sentence that names its type
     */
    record Newer(int partition, long offset, String reason) implements LogEntry {}
}
