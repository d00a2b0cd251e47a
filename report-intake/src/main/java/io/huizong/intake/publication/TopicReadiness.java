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
        var response = HealthCheckResponse.named("Topic reports").status(state.reason() == null);
        if (state.reason() != null) {
            response.withData("reason", state.reason());
        }
        return response.build();
    }
}
