package io.huizong.aggregation.ingest;

/** A partition goes no further, because only a newer version of the service can read its next record. */
final class NewerRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerRecordException(int partition, long offset, String reason) {
        super("partition %d stands still at offset %d: %s".formatted(partition, offset, reason));
    }
}
