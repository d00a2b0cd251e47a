package io.huizong.aggregation.ingest;

/** The log lacks records that the totals need: it begins after the position in the database, or ends before it. */
final class LostRecordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostRecordsException(String message) {
        super(message);
    }
}
