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
        TopicState state = topic.state();
        var response = HealthCheckResponse.named("The log is set up").status(state instanceof TopicState.Ready);
        if (state instanceof TopicState.Shut shut) {
            response.withData("reason", shut.reason());
        } else if (state instanceof TopicState.Different different) {
            response.withData("reason", String.join("; ", different.differences()));
        }
        return response.build();
    }
}
