package io.huizong.aggregation.consumption;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.huizong.aggregation.log.LogEnds;

/** Not ready while the brokers do not show the log: nobody knows then what the totals lack. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

    private static final String NAME = "The log is there";

    private final LogEnds ends;

    LogReadiness(LogEnds ends) {
        this.ends = ends;
    }

    @Override
    public HealthCheckResponse call() {
        return ends.unknownBecause()
                .map(reason -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up(NAME));
    }
}
