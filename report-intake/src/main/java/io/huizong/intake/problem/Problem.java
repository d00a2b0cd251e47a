package io.huizong.intake.problem;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.huizong.contract.event.Warning;
import io.huizong.intake.validation.Violation;

/**
 * What the sender of a refused request is told: an RFC 9457 problem.
 *
 * @param type URN of the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param errors what is wrong in it, place by place; null if that is not what is wrong
 * @param submissionId of a submission whose fate is unknown; null for any other problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(URI type, String title, int status, String detail, List<Finding> errors, UUID submissionId) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of that kind, in that language. */
    public static Problem of(ProblemType type, Language language, Warning.Detail detail) {
        return new Problem(type.urn(), language.of(type.title()), type.status(), language.of(detail), null, null);
    }

    /** This problem with what is wrong with the body. */
    public Problem with(List<Violation> violations, Language language) {
        List<Finding> findings = violations.stream()
                .map(violation -> Finding.of(violation, language))
                .toList();
        return new Problem(type, title, status, detail, findings, submissionId);
    }

    /** This problem with the submission that it is about. */
    public Problem with(UUID submission) {
        return new Problem(type, title, status, detail, errors, submission);
    }

    /** The answer that carries it. */
    public Response.ResponseBuilder response(Language language) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(this);
    }
}
