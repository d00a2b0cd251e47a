package io.huizong.aggregation.problem;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells what goes wrong as problems, what the framework finds included. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException exception) {
        return exception.problem().response().build();
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response unauthenticated() {
        return Problem.of(ProblemType.UNAUTHENTICATED, "Expected a valid token in the header Authorization: Bearer")
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception) {
        return Problem.of(ProblemType.FORBIDDEN, "The token's groups or jurisdictions do not permit this request")
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException exception, HttpServerRequest request) {
        return Problem.of(ProblemType.NOT_FOUND, "There is nothing at %s, see /q/openapi".formatted(request.path()))
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException exception, HttpServerRequest request) {
        return Problem.of(
                        ProblemType.METHOD_NOT_ALLOWED,
                        "%s does not support %s, see /q/openapi".formatted(request.path(), request.method()))
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException exception, HttpServerRequest request) {
        return Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "Accept is %s, expected it to include application/json"
                                .formatted(request.getHeader(HttpHeaders.ACCEPT)))
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response failed(Exception exception) {
        LOG.error("A request failed", exception);
        return Problem.of(ProblemType.FAILED, "The request failed, and the reason is in the service's log")
                .response()
                .build();
    }
}
