package io.huizong.aggregation.generation;

/** The tables do not belong together: some are as they were at one time, others as they were at another. */
public final class TornTablesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TornTablesException(String tables) {
        super(
                ("The tables do not belong together (%s): a dump is being loaded, or was not loaded to its end. Nothing is"
                                + " applied until it is. If there is none, drop all tables: they are filled from the topic")
                        .formatted(tables));
    }
}
