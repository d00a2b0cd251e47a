package io.huizong.aggregation.ingest;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a batch waits: what is answered then grows old. */
@Readiness
@ApplicationScoped
class IngestReadiness implements HealthCheck {

    private static final String NAME = "Applying reports";

    private final IngestState state;

    IngestReadiness(IngestState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return state.waitingFor()
                .map(reason -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("waiting for", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }
}
