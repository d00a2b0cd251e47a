package io.huizong.aggregation.consumption;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether batches are being applied, or one waits for something. */
@ApplicationScoped
class ConsumptionState {

    private volatile String waitingFor = "the topics to be checked";

    void applying() {
        waitingFor = null;
    }

    void waiting(Throwable failure) {
        waitingFor = failure.toString();
    }

    /** What keeps reports from being applied now; empty if nothing does. */
    Optional<String> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }
}
