package io.huizong.intake.submission;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.report.Period;
import io.huizong.intake.problem.Finding;

/** What the sender of an accepted submission gets. */
record Receipt(UUID submissionId, String jurisdiction, Period period, List<Finding> warnings, Links links) {

    /** Where the aggregation service shows what the submission came to, the report, and the totals it is in. */
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

    static Receipt of(ReportEvent event, URI aggregation, List<Finding> warnings) {
        return new Receipt(
                event.submissionId(), event.jurisdiction(), event.period(), warnings, Links.of(event, aggregation));
    }
}
