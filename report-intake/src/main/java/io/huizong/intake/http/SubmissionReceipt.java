package io.huizong.intake.http;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.huizong.commons.problem.LocalizedFinding;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.report.Period;

/** The answer to an accepted submission. */
record SubmissionReceipt(
        UUID submissionId, String jurisdiction, Period period, List<LocalizedFinding> warnings, Links links) {

    /** Where the aggregation service shows the outcome, the report, and the totals that contain it. */
    record Links(String submission, String report, String rollup) {

        static Links of(ReportEvent event, URI aggregation) {
            String base = aggregation.toString();
            String report = event.jurisdiction() + "/" + event.period();
            return new Links(
                    base + "/submissions/" + event.submissionId(),
                    base + "/reports/" + report,
                    base + "/rollups/" + report);
        }
    }

    static SubmissionReceipt of(ReportEvent event, URI aggregation, List<LocalizedFinding> warnings) {
        return new SubmissionReceipt(
                event.submissionId(), event.jurisdiction(), event.period(), warnings, Links.of(event, aggregation));
    }
}
