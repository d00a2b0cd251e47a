package io.huizong.intake.publication;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when events can be handed to the log. */
@Readiness
class LogReadiness implements HealthCheck {

    private final ReportTopic topic;

    LogReadiness(ReportTopic topic) {
        this.topic = topic;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("The log is set up").status(topic.isReady());
        if (topic.state() instanceof TopicState.Unknown unknown) {
            response.withData("reason", unknown.reason());
        }
        return response.build();
    }
}
