package io.huizong.aggregation.consumption;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether batches are being applied, or one waits for something. */
@Readiness
@ApplicationScoped
class ConsumptionState implements HealthCheck {

    private static final String NAME = "Applying reports";

    private volatile String waitingFor = "the topic to be checked";

    void applying() {
        waitingFor = null;
    }

    void waiting(Throwable failure) {
        waitingFor = failure.toString();
    }

    @Override
    public HealthCheckResponse call() {
        String reason = waitingFor;
        return reason == null
                ? HealthCheckResponse.up(NAME)
                : HealthCheckResponse.named(NAME)
                        .down()
                        .withData("waiting for", reason)
                        .build();
    }
}
