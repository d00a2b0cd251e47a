package io.huizong.aggregation.ingest;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Says what a failure came from, without what it was about: that may be anything that a client sent. */
final class FailureText {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private FailureText() {}

    /** For people elsewhere: of failures of drivers only the kind and the codes. */
    static String reason(Throwable failure) {
        Throwable first = first(failure);
        if (first instanceof SQLException sql) {
            return "%s, SQLState %s, error %d"
                    .formatted(first.getClass().getSimpleName(), sql.getSQLState(), sql.getErrorCode());
        }
        boolean isOurs =
                first.getClass().getName().startsWith("io.huizong.") || first.getClass() == IllegalStateException.class;
        return isOurs && first.getMessage() != null
                ? first.getMessage()
                : first.getClass().getSimpleName();
    }

    /** For log lines: the message too, without quoted values. */
    static String log(Throwable failure) {
        Throwable first = first(failure);
        String message = first.getMessage() == null
                ? ""
                : ": " + QUOTED.matcher(first.getMessage()).replaceAll("'…'");
        return first instanceof SQLException
                ? reason(failure) + message
                : first.getClass().getName() + message;
    }

    private static Throwable first(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null && first.getCause() != first) {
            first = first.getCause();
        }
        return first;
    }
}
