package io.huizong.aggregation.ingest.batch;

import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.UnreadableRecord;

/** A record of the log as the service understands it. */
public sealed interface IngestedRecord {

    /** Partition of the log that it stands in. */
    int partition();

    /** Its offset in that partition. */
    long offset();

    /** An event that can be applied. */
    record Applicable(IngestedEvent event) implements IngestedRecord {

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
    record Unreadable(UnreadableRecord record) implements IngestedRecord {

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
    record Newer(int partition, long offset, String reason) implements IngestedRecord {}
}
