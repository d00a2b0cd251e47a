package io.huizong.intake.submission;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Period;
import io.huizong.intake.problem.Finding;
import io.huizong.intake.problem.Language;

/** What the sender of an accepted report gets. */
record Receipt(UUID submissionId, String jurisdiction, Period period, List<Finding> warnings, Links links) {

    /** Where the aggregation service shows what the submission came to, the report, and the totals it is in. */
    record Links(URI submission, URI report, URI rollup) {

        static Links of(ReportSubmitted event, URI aggregation) {
            String base = aggregation.toString();
            String report = event.jurisdiction() + "/" + event.period();
            return new Links(
                    URI.create(base + "/submissions/" + event.submissionId()),
                    URI.create(base + "/reports/" + report),
                    URI.create(base + "/rollups/" + report));
        }
    }

    static Receipt of(ReportSubmitted event, URI aggregation, Language language) {
        return new Receipt(
                event.submissionId(),
                event.jurisdiction(),
                event.period(),
                event.warnings().stream()
                        .map(warning -> Finding.of(warning, language))
                        .toList(),
                Links.of(event, aggregation));
    }
}
