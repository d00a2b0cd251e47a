package io.huizong.commons.problem;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;

/**
 * The body of an answer to a request that failed: an RFC 9457 problem.
 *
 * @param type URN of the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param errors what is wrong with the body, place by place; null if nothing was found there
 * @param parameter name of the parameter that is wrong; null if none is
 * @param submissionId of a submission whose outcome is unknown; null for any other problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        List<LocalizedFinding> errors,
        String parameter,
        UUID submissionId) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of that type, in that language. */
    public static Problem of(ProblemType type, Language language, Bilingual detail) {
        return new Problem(type.urn(), language.of(type.title()), type.status(), language.of(detail), null, null, null);
    }

    /** This problem with what is wrong with the body. */
    public Problem withErrors(List<Finding> found, Language language) {
        return new Problem(
                type, title, status, detail, LocalizedFinding.allOf(found, language), parameter, submissionId);
    }

    /** This problem with the name of the wrong parameter. */
    public Problem withParameter(String name) {
        return new Problem(type, title, status, detail, errors, name, submissionId);
    }

    /** This problem with the submission that it is about. */
    public Problem withSubmission(UUID id) {
        return new Problem(type, title, status, detail, errors, parameter, id);
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
