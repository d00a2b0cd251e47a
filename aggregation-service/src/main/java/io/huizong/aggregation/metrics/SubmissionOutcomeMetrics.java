package io.huizong.aggregation.metrics;

import static java.util.Locale.ROOT;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import io.huizong.aggregation.ingest.batch.BatchTransaction.SubmissionsApplied;
import io.huizong.aggregation.submission.SubmissionOutcome;

/** Counts submissions by outcome, after the commit. */
@Startup
@ApplicationScoped
class SubmissionOutcomeMetrics {

    private final MeterProvider<Counter> counters;

    SubmissionOutcomeMetrics(MeterRegistry meters) {
        counters = Counter.builder("huizong.submission.outcomes")
                .description("Applied submissions by outcome")
                .withRegistry(meters);
        // Each is there from the start, at 0.
        List.of(SubmissionOutcome.values()).forEach(this::counter);
    }

    private Counter counter(SubmissionOutcome outcome) {
        return counters.withTag("outcome", outcome.name().toLowerCase(ROOT));
    }

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubmissionsApplied settled) {
        settled.outcomes().forEach(outcome -> counter(outcome).increment());
    }
}
