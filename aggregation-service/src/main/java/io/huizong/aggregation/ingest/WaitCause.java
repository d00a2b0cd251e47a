package io.huizong.aggregation.ingest;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.common.KafkaException;

import io.huizong.aggregation.generation.TornTablesException;

/** Whom a batch waits for that cannot be applied. */
enum WaitCause {
    DATABASE,
    BROKERS,
    OTHER;

    static WaitCause of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof TornTablesException) {
                return DATABASE;
            }
            if (cause instanceof KafkaException || cause instanceof TimeoutException) {
                return BROKERS;
            }
        }
        return OTHER;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
