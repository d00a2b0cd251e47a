package io.huizong.aggregation.problem;

import java.net.URI;
import jakarta.ws.rs.core.Response;

/**
 * Why a request was not answered: an RFC 9457 problem.
 *
 * @param type URN of the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what is wrong with this request
 */
public record Problem(URI type, String title, int status, String detail) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.urn(), type.title(), type.status(), detail);
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
