package io.huizong.aggregation.batch;

/** Records of the log that should come next are not there: totals without them would be wrong. */
public final class MissingRecordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingRecordsException(int partition, long expected, long found) {
        super("The records %d to %d of partition %d were never taken in and are not delivered: the log has lost them"
                .formatted(expected, found - 1, partition));
    }
}
