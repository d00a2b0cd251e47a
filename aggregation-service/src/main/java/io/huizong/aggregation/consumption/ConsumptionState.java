package io.huizong.aggregation.consumption;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Whether batches are being applied, or some wait for something, and since when. */
@ApplicationScoped
class ConsumptionState {

    /** What comes before all batches: the topics are checked. */
    static final Object TOPICS = "topics";

    /** What of the log the database has forgotten is taken in again. */
    static final Object DATABASE = "database";

    private static final double NANOS = 1e9;

    private record Wait(String reason, WaitingFor cause, long since) {}

    private final Map<Object, Wait> waits = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final List<Gauge> gauges;

    ConsumptionState(MeterRegistry meters) {
        this.meters = meters;
        waits.put(TOPICS, new Wait("the topics to be checked", WaitingFor.BROKERS, System.nanoTime()));
        gauges = Arrays.stream(WaitingFor.values()).map(this::gauge).toList();
    }

    private Gauge gauge(WaitingFor cause) {
        return Gauge.builder("huizong.waiting", this, state -> state.secondsFor(cause))
                .description("How long a batch has not been applied because of this; 0 while none waits")
                .tag("cause", cause.label())
                .baseUnit("seconds")
                .register(meters);
    }

    /** The registry may outlive this application, and would keep the gauges of the first. */
    @PreDestroy
    void stop() {
        gauges.forEach(meters::remove);
    }

    private double secondsFor(WaitingFor cause) {
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
        WaitingFor cause = WaitingFor.of(failure);
        waits.merge(
                what,
                new Wait(Failures.reason(failure), cause, System.nanoTime()),
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
