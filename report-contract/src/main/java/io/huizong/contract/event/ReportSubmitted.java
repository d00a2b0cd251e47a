package io.huizong.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/**
 * A report came in. It replaces the jurisdiction's current report of that period.
 *
 * @param submissionId identifies the submission
 * @param time when the intake accepted it
 * @param report the whole report as checked and normalised
 * @param origin who submitted it and how
 * @param expectedRevision see {@link ReportEvent#expectedRevision()}
 * @param warnings what the intake found odd about it and accepted all the same
 */
public record ReportSubmitted(
        UUID submissionId, Instant time, Report report, Origin origin, Integer expectedRevision, List<Finding> warnings)
        implements ReportEvent {

    /** Warnings become unmodifiable. */
    public ReportSubmitted {
        warnings = List.copyOf(warnings);
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
