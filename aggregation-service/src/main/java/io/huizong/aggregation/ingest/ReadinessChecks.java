package io.huizong.aggregation.ingest;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.huizong.aggregation.generation.GenerationWatch;
import io.huizong.aggregation.offset.TopicEnds;

/** The service is not ready while its answers would be old, or nobody knows how old they are. */
@ApplicationScoped
class ReadinessChecks {

    /** There must be a generation to answer from. */
    @Produces
    @Readiness
    HealthCheck generation(GenerationWatch generations) {
        return () -> response("A generation to answer from", "reason", generations.unanswered());
    }

    /** The end of the topic must be known: without it nobody knows which records the totals lack. */
    @Produces
    @Readiness
    HealthCheck topic(TopicEnds ends) {
        return () -> response("Topic reports", "reason", ends.unknownBecause());
    }

    /** No batch waits, and the totals have all that the topic had at the start. */
    @Produces
    @Readiness
    HealthCheck ingest(IngestState state, CatchUp catchUp) {
        return () ->
                response("Applying reports", "waiting for", state.waitingFor().or(catchUp::lacks));
    }

    private static HealthCheckResponse response(String name, String key, Optional<String> reason) {
        var response = HealthCheckResponse.named(name).status(reason.isEmpty());
        reason.ifPresent(text -> response.withData(key, text));
        return response.build();
    }
}
