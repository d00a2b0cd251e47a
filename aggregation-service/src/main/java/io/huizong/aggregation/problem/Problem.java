package io.huizong.aggregation.problem;

import java.net.URI;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.huizong.contract.event.Warning;

/**
 * Why a request was not answered: an RFC 9457 problem.
 *
 * @param type URN of the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param parameter name of the parameter that is wrong; left out if it is not one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(URI type, String title, int status, String detail, String parameter) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Response.ResponseBuilder response(
            ProblemType type, Warning.Detail detail, String parameter, Language language) {
        Problem problem =
                new Problem(type.urn(), language.of(type.title()), type.status(), language.of(detail), parameter);
        return Response.status(type.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(problem);
    }
}
