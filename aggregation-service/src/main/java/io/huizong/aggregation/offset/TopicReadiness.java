package io.huizong.aggregation.offset;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the end of the topic is unknown: then nobody knows which records the totals lack. */
@Readiness
@ApplicationScoped
class TopicReadiness implements HealthCheck {

    private static final String NAME = "Topic reports";

    private final TopicEnds ends;

    TopicReadiness(TopicEnds ends) {
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
