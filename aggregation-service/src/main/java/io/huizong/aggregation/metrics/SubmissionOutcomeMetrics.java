package io.huizong.aggregation.metrics;

import static java.util.Locale.ROOT;

import java.util.EnumMap;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import io.huizong.aggregation.ingest.batch.SubmissionsApplied;
import io.huizong.aggregation.submission.SubmissionOutcome;

/** Counts submissions by outcome, after the commit. */
@Startup
@ApplicationScoped
class SubmissionOutcomeMetrics {

    private final Map<SubmissionOutcome, Counter> counters = new EnumMap<>(SubmissionOutcome.class);

    SubmissionOutcomeMetrics(MeterRegistry meters) {
        for (SubmissionOutcome outcome : SubmissionOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("huizong.submission.outcomes")
                            .description("Applied submissions by outcome")
                            .tag("outcome", outcome.name().toLowerCase(ROOT))
                            .register(meters));
        }
    }

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubmissionsApplied settled) {
        settled.outcomes().forEach(outcome -> counters.get(outcome).increment());
    }
}
