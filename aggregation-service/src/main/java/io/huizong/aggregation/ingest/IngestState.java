package io.huizong.aggregation.ingest;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import org.apache.kafka.common.KafkaException;

import io.huizong.aggregation.generation.TornTablesException;
import io.huizong.commons.metrics.OwnedGauges;

/** Whether batches are being applied, or some wait for something, and since when. */
@ApplicationScoped
class IngestState {

    /** What comes before all batches: the topics are checked. */
    static final Object TOPICS = "topics";

    /** Records that the database has forgotten are read again. */
    static final Object DATABASE = "database";

    /** The tables do not belong together. */
    static final Object TABLES = "tables";

    private static final double NANOS = 1e9;

    /** What a batch that cannot be applied waits for. */
    private enum Cause {
        DATABASE,
        BROKERS,
        OTHER;

        private static Cause of(Throwable failure) {
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
    }

    private record Wait(String reason, Cause cause, long since) {}

    private final Map<Object, Wait> waits = new ConcurrentHashMap<>();

    IngestState(OwnedGauges gauges) {
        waits.put(TOPICS, new Wait("the topics to be checked", Cause.BROKERS, System.nanoTime()));
        Arrays.stream(Cause.values()).map(this::gauge).forEach(gauges::register);
    }

    private Gauge.Builder<?> gauge(Cause cause) {
        return Gauge.builder("huizong.ingest.waiting", this, state -> state.secondsFor(cause))
                .description("How long a batch has not been applied because of this; 0 while none waits")
                .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .baseUnit("seconds");
    }

    private double secondsFor(Cause cause) {
        long now = System.nanoTime();
        return waits.values().stream()
                        .filter(wait -> wait.cause == cause)
                        .mapToLong(wait -> now - wait.since)
                        .max()
                        .orElse(0)
                / NANOS;
    }

    /** Nothing keeps that from being done any more. */
    void goesOn(Object what) {
        waits.remove(what);
    }

    /** That cannot be done yet, because of this failure. */
    void waits(Object what, Throwable failure) {
        waits(what, FailureText.reason(failure), Cause.of(failure));
    }

    /** That cannot be done yet, because of what the topic lacks or the service cannot read. */
    void waits(Object what, String reason) {
        waits(what, reason, Cause.OTHER);
    }

    /** The database is behind where it was before, and is being filled again. */
    void databaseWentBack(int partition, long offset) {
        waits(
                DATABASE,
                "the database went back: partition %d is at offset %d, and was further; it is being filled again from the topic"
                        .formatted(partition, offset));
    }

    private void waits(Object what, String reason, Cause cause) {
        waits.merge(
                what,
                new Wait(reason, cause, System.nanoTime()),
                (before, now) -> before.cause == cause ? new Wait(now.reason, cause, before.since) : now);
    }

    /** What keeps reports from being applied now, for the longest time; empty if nothing does. */
    Optional<String> waitingFor() {
        long now = System.nanoTime();
        return waits.values().stream()
                .max(Comparator.comparingLong(wait -> now - wait.since))
                .map(Wait::reason);
    }
}
