package io.huizong.intake.publication;

import java.util.UUID;

import org.jboss.logging.MDC;

/** The submission that log lines are about. */
final class LoggedSubmission {

    private static final String FIELD = "submissionId";

    private LoggedSubmission() {}

    /** Lines that are logged meanwhile have it in their field {@code submissionId}. */
    static void during(UUID submissionId, Runnable logging) {
        MDC.put(FIELD, submissionId.toString());
        try {
            logging.run();
        } finally {
            MDC.remove(FIELD);
        }
    }
}
