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

import io.huizong.aggregation.batch.SubmissionsSettled;
import io.huizong.aggregation.report.Outcome;

/** Counts what submissions came to, once it is committed. */
@Startup
@ApplicationScoped
class OutcomeMeters {

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    OutcomeMeters(MeterRegistry meters) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("huizong.settled.submissions")
                            .description("Submissions that were taken in, by what they came to")
                            .tag("outcome", outcome.name().toLowerCase(ROOT))
                            .register(meters));
        }
    }

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubmissionsSettled settled) {
        settled.outcomes().forEach(outcome -> counters.get(outcome).increment());
    }
}
