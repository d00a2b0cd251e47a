package io.huizong.aggregation.generation;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while there is no generation to answer from. */
@Readiness
@ApplicationScoped
class GenerationReadiness implements HealthCheck {

    private static final String NAME = "A generation to answer from";

    private final GenerationWatch generations;

    GenerationReadiness(GenerationWatch generations) {
        this.generations = generations;
    }

    @Override
    public HealthCheckResponse call() {
        return generations
                .unanswered()
                .map(reason -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }
}
