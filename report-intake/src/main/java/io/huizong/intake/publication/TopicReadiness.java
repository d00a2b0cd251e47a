package io.huizong.intake.publication;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when events can be published. */
@Readiness
class TopicReadiness implements HealthCheck {

    private final ReportTopic topic;

    TopicReadiness(ReportTopic topic) {
        this.topic = topic;
    }

    @Override
    public HealthCheckResponse call() {
        TopicAdmin.TopicState state = topic.state();
        var response = HealthCheckResponse.named("Topic reports").status(state instanceof TopicAdmin.TopicState.Ready);
        if (state instanceof TopicAdmin.TopicState.Unavailable unavailable) {
            response.withData("reason", unavailable.reason());
        } else if (state instanceof TopicAdmin.TopicState.Different different) {
            response.withData("reason", String.join("; ", different.differences()));
        }
        return response.build();
    }
}
