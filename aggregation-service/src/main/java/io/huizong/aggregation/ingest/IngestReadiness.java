package io.huizong.aggregation.ingest;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a batch waits, or the totals lack what the topic had at the start: what is answered then is old. */
@Readiness
@ApplicationScoped
class IngestReadiness implements HealthCheck {

    private static final String NAME = "Applying reports";

    private final IngestState state;
    private final CatchUp catchUp;

    IngestReadiness(IngestState state, CatchUp catchUp) {
        this.state = state;
        this.catchUp = catchUp;
    }

    @Override
    public HealthCheckResponse call() {
        return state.waitingFor()
                .or(catchUp::lacks)
                .map(reason -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("waiting for", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }
}
