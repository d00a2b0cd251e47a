package io.huizong.commons.logging;

import org.jboss.logging.MDC;

/** Fields of log lines beside the message, in the JSON of production. */
public final class LogFields {

    /** Id of the submission that a line is about. */
    public static final String SUBMISSION_ID = "submissionId";

    /** The first offsets of the batch that a line is about, such as {@code 0@120 7@35}: partition and offset. */
    public static final String BATCH = "batch";

    private LogFields() {}

    /** Runs the work; what it logs on this thread has the field. */
    public static void with(String field, String value, Runnable work) {
        MDC.put(field, value);
        try {
            work.run();
        } finally {
            MDC.remove(field);
        }
    }
}
