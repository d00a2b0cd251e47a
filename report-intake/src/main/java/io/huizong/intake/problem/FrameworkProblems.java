package io.huizong.intake.problem;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells what the framework finds wrong as problems, in the sender's language. */
class FrameworkProblems {

    private static final Logger LOG = Logger.getLogger(FrameworkProblems.class);

    @ServerExceptionMapper
    Response withoutToken(UnauthorizedException exception, HttpServerRequest request) {
        return answer(ProblemType.UNAUTHENTICATED, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** The framework has put the header {@code WWW-Authenticate} there already. */
    @ServerExceptionMapper
    Response withBadToken(AuthenticationFailedException exception, HttpServerRequest request) {
        return answer(ProblemType.UNAUTHENTICATED, request).build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, HttpServerRequest request) {
        return answer(ProblemType.FORBIDDEN, request).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException exception, HttpServerRequest request) {
        return answer(ProblemType.METHOD_NOT_ALLOWED, request)
                .header(HttpHeaders.ALLOW, Call.allowedAt(request.path()))
                .build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException exception, HttpServerRequest request) {
        Response response = exception.getResponse();
        return response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()
                ? response
                : answer(ProblemType.ofStatus(response.getStatus()), request).build();
    }

    @ServerExceptionMapper
    Response failed(Exception exception, HttpServerRequest request) {
        LOG.error("A request failed", exception);
        return answer(ProblemType.FAILED, request).build();
    }

    private static Response.ResponseBuilder answer(ProblemType type, HttpServerRequest request) {
        Language language = Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return Problem.of(type, language, Details.of(type, request)).response(language);
    }
}
