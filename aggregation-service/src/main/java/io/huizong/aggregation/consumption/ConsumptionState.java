package io.huizong.aggregation.consumption;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Whether batches are being applied, or one waits for something, and since when. */
@ApplicationScoped
class ConsumptionState {

    private static final double NANOS = 1e9;

    private record Wait(String reason, WaitingFor cause, long since) {}

    private volatile Wait wait = new Wait("the topics to be checked", WaitingFor.BROKERS, System.nanoTime());

    ConsumptionState(MeterRegistry meters) {
        for (WaitingFor cause : WaitingFor.values()) {
            Gauge.builder("huizong.waiting", this, state -> state.secondsFor(cause))
                    .description("How long nothing could be applied because of this; 0 while something can")
                    .tag("cause", cause.label())
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private double secondsFor(WaitingFor cause) {
        Wait now = wait;
        return now != null && now.cause == cause ? (System.nanoTime() - now.since) / NANOS : 0;
    }

    void applying() {
        wait = null;
    }

    void waiting(Throwable failure) {
        Wait before = wait;
        WaitingFor cause = WaitingFor.of(failure);
        boolean isSame = before != null && before.cause == cause;
        wait = new Wait(failure.toString(), cause, isSame ? before.since : System.nanoTime());
    }

    /** What keeps reports from being applied now; empty if nothing does. */
    Optional<String> waitingFor() {
        return Optional.ofNullable(wait).map(Wait::reason);
    }
}
