package io.huizong.intake.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.huizong.commons.problem.Language;
import io.huizong.commons.problem.LocalizedFinding;
import io.huizong.commons.problem.Problem;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.report.Period;
import io.huizong.intake.submission.Outcome;
import io.huizong.intake.validation.Verdict;

/** The HTTP answer to each outcome, in the sender's language. */
public record Responses(URI aggregation, Language language) {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Set<Integer> RETRIABLE = Set.of(429, 503);

    /** The answer to a request with that outcome. */
    public Response to(Outcome outcome) {
        return outcome.fold(this::accepted, this::checked, failure -> to(failure.problem(language)));
    }

    private Response accepted(Outcome.Accepted accepted) {
        ReportEvent event = accepted.event();
        String place = event.jurisdiction() + "/" + event.period();
        Links links = new Links(
                aggregation + "/submissions/" + event.submissionId(),
                aggregation + "/reports/" + place,
                aggregation + "/rollups/" + place);
        SubmissionReceipt receipt = new SubmissionReceipt(
                event.submissionId(), event.jurisdiction(), event.period(), warnings(event), links);
        return inLanguage(Response.accepted(receipt))
                .header(HttpHeaders.LOCATION, links.submission())
                .build();
    }

    private Response checked(Outcome.Checked checked) {
        Verdict.Valid report = checked.report();
        ValidationResult result = new ValidationResult(
                report.jurisdiction().code(), report.period(), LocalizedFinding.allOf(report.warnings(), language));
        return inLanguage(Response.ok(result)).build();
    }

    /** The answer that carries that problem. */
    public Response to(Problem problem) {
        Response.ResponseBuilder response = problem.response(language);
        if (RETRIABLE.contains(problem.status())) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER.toSeconds());
        }
        return response.build();
    }

    private Response.ResponseBuilder inLanguage(Response.ResponseBuilder response) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** The warnings of an accepted submission. */
    public List<LocalizedFinding> warnings(ReportEvent event) {
        return LocalizedFinding.allOf(event.warnings(), language);
    }

    /** The answer to an accepted submission. */
    record SubmissionReceipt(
            UUID submissionId, String jurisdiction, Period period, List<LocalizedFinding> warnings, Links links) {}

    /** Where the aggregation service shows the outcome, the report, and the totals that contain it. */
    record Links(String submission, String report, String rollup) {}

    /** The answer to a report that was only checked and breaks no rule. */
    record ValidationResult(String jurisdiction, Period period, List<LocalizedFinding> warnings) {}
}
