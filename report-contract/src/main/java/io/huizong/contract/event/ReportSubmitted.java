package io.huizong.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/**
 * A report was submitted. It replaces the jurisdiction's current report of that period.
 *
 * @param report the whole report as checked and normalised
 * @param warnings the findings of the intake that did not refuse it
 */
public record ReportSubmitted(
        UUID submissionId, Instant time, Report report, Origin origin, Integer expectedRevision, List<Finding> warnings)
        implements ReportEvent {

    /** A type of one version only ever gains optional fields. */
    static final String TYPE = "io.huizong.report.submitted.v1";

    /** Warnings become unmodifiable. */
    public ReportSubmitted {
        warnings = List.copyOf(warnings);
    }

    @Override
    public <T> T match(Function<ReportSubmitted, T> submitted, Function<ReportWithdrawn, T> withdrawn) {
        return submitted.apply(this);
    }

    @Override
    public String jurisdiction() {
        return report.jurisdiction();
    }

    @Override
    public Period period() {
        return report.period();
    }
}
