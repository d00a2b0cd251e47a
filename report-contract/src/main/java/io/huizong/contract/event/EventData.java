package io.huizong.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/** The JSON of a record's value: an event without what the headers carry. */
sealed interface EventData {

    static EventData of(ReportEvent event) {
        return event.match(
                one -> new Submitted(one.report(), one.origin(), one.expectedRevision(), one.warnings()),
                one -> new Withdrawn(one.jurisdiction(), one.period(), one.origin(), one.expectedRevision()));
    }

    ReportEvent event(UUID submissionId, Instant time);

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Submitted(
            @JsonProperty(required = true) Report report,
            @JsonProperty(required = true) Origin origin,
            Integer expectedRevision,
            List<Finding> warnings)
            implements EventData {

        public Submitted {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(origin, "origin");
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        @Override
        public ReportEvent event(UUID submissionId, Instant time) {
            return new ReportSubmitted(submissionId, time, report, origin, expectedRevision, warnings);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            @JsonProperty(required = true) String jurisdiction,
            @JsonProperty(required = true) Period period,
            @JsonProperty(required = true) Origin origin,
            Integer expectedRevision)
            implements EventData {

        public Withdrawn {
            Objects.requireNonNull(jurisdiction, "jurisdiction");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(origin, "origin");
        }

        @Override
        public ReportEvent event(UUID submissionId, Instant time) {
            return new ReportWithdrawn(submissionId, time, jurisdiction, period, origin, expectedRevision);
        }
    }
}
