package io.huizong.aggregation.ingest;

/** The database is behind where it was before, and is being filled again. */
final class DatabaseWentBackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseWentBackException(int partition, long position) {
        super(
                "the database went back: partition %d is at offset %d, and was further; it is being filled again from the log"
                        .formatted(partition, position));
    }
}
