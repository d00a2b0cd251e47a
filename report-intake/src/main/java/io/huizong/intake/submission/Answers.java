package io.huizong.intake.submission;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.Warning;
import io.huizong.intake.problem.Finding;
import io.huizong.intake.problem.Language;
import io.huizong.intake.problem.Problem;
import io.huizong.intake.problem.ProblemType;
import io.huizong.intake.validation.Violation;

/** The HTTP answer to each outcome, in the sender's language. */
public record Answers(URI aggregation, Language language) {

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final int MOST_SHOWN = 10;
    private static final Set<Integer> RETRIABLE = Set.of(429, 503);

    /** The answer to a request that came to this. */
    public Response to(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            Receipt receipt = Receipt.of(accepted.event(), aggregation, warnings(accepted.event()));
            return inLanguage(Response.accepted(receipt))
                    .header(HttpHeaders.LOCATION, receipt.links().submission())
                    .build();
        }
        if (outcome instanceof Outcome.Checked checked) {
            return inLanguage(Response.ok(Assessment.of(checked.report(), language)))
                    .build();
        }
        Problem problem = problem(outcome);
        Response.ResponseBuilder answer = problem.response(language);
        if (RETRIABLE.contains(problem.status())) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    private Response.ResponseBuilder inLanguage(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** What is odd about an accepted submission. */
    public List<Finding> warnings(ReportEvent event) {
        return event instanceof ReportSubmitted submitted ? Finding.allOf(submitted.warnings(), language) : List.of();
    }

    /** What a sender is told who let us wait for that long. */
    public Problem silence(Duration limit) {
        return problem(
                ProblemType.SILENT,
                "等待后续内容已超过 %d 秒，此行及其后的内容未受理",
                "Nothing more came for %d seconds; neither this line nor what follows it was accepted",
                limit.toSeconds());
    }

    /** What the sender of a submission that was not accepted is told. */
    public Problem problem(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            int count = refused.violations().size();
            return problem(ProblemType.REFUSED, "有 %d 处问题，见 errors", "Problems found: %d, listed in errors", count)
                    .with(refused.violations(), language);
        }
        if (outcome instanceof Outcome.Unreadable unreadable) {
            return about(ProblemType.UNREADABLE, unreadable.violation());
        }
        if (outcome instanceof Outcome.TooLarge tooLarge) {
            return about(ProblemType.TOO_LARGE, tooLarge.violation());
        }
        if (outcome instanceof Outcome.Outside outside) {
            return problem(
                    ProblemType.OUTSIDE_JURISDICTIONS,
                    "报告属于 %s，应为令牌所列者或其下级：%s",
                    "The report is of %s, expected one of those that the token names, or below: %s",
                    outside.jurisdiction(),
                    shown(outside.sender().jurisdictions()));
        }
        if (outcome instanceof Outcome.Unconfirmed unconfirmed) {
            return unconfirmed(unconfirmed.event());
        }
        if (outcome instanceof Outcome.Crowded) {
            return problem(
                    ProblemType.CROWDED,
                    "在途的提交过多，此次提交未发布：请稍后重试",
                    "Too many submissions are on their way and nothing was published: try again later");
        }
        if (outcome instanceof Outcome.Failed) {
            return problem(ProblemType.FAILED, "请稍后再试", "Try again later");
        }
        return problem(
                ProblemType.UNAVAILABLE,
                "日志尚未就绪，此次提交未发布：请稍后重试",
                "The log is not ready and nothing was published: try again later");
    }

    private Problem about(ProblemType type, Violation violation) {
        return Problem.of(type, language, violation.detail()).with(List.of(violation), language);
    }

    private static String shown(Set<String> jurisdictions) {
        String first = jurisdictions.stream().sorted().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return jurisdictions.size() > MOST_SHOWN ? first + ", …" : first.isEmpty() ? "-" : first;
    }

    private Problem unconfirmed(ReportEvent event) {
        Problem problem = event.origin().idempotencyKey() == null
                ? problem(
                        ProblemType.UNCONFIRMED,
                        "提交 %s 已交给日志但未及时得到确认，是否已入库未知：请先查询其结果，再决定是否重试",
                        "Submission %s was handed to the log and not acknowledged in time; whether it is in the log is"
                                + " unknown: look it up before you try again",
                        event.submissionId())
                : problem(
                        ProblemType.UNCONFIRMED,
                        "提交 %s 已交给日志但未及时得到确认，是否已入库未知：以同一 Idempotency-Key 重试只计一次",
                        "Submission %s was handed to the log and not acknowledged in time; whether it is in the log is"
                                + " unknown: a retry under the same Idempotency-Key counts once",
                        event.submissionId());
        return problem.with(event.submissionId());
    }

    private Problem problem(ProblemType type, String zh, String en, Object... values) {
        return Problem.of(type, language, new Warning.Detail(zh.formatted(values), en.formatted(values)));
    }
}
