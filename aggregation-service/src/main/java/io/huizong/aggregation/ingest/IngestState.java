package io.huizong.aggregation.ingest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;

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

    private record Wait(String reason, WaitCause cause, long since) {}

    private final Map<Object, Wait> waits = new ConcurrentHashMap<>();

    IngestState(OwnedGauges gauges) {
        waits.put(TOPICS, new Wait("the topics to be checked", WaitCause.BROKERS, System.nanoTime()));
        Arrays.stream(WaitCause.values()).map(this::gauge).forEach(gauges::register);
    }

    private Gauge.Builder<?> gauge(WaitCause cause) {
        return Gauge.builder("huizong.ingest.waiting", this, state -> state.secondsFor(cause))
                .description("How long a batch has not been applied because of this; 0 while none waits")
                .tag("cause", cause.label())
                .baseUnit("seconds");
    }

    private double secondsFor(WaitCause cause) {
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

    /** That cannot be done yet, because of this. */
    void waits(Object what, Throwable failure) {
        WaitCause cause = WaitCause.of(failure);
        waits.merge(
                what,
                new Wait(FailureText.reason(failure), cause, System.nanoTime()),
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
