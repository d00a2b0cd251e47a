package io.huizong.commons.problem;

import jakarta.enterprise.inject.Instance;
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

/** Answers what a resource or the framework throws with a problem. */
class FrameworkProblems {

    private static final Logger LOG = Logger.getLogger(FrameworkProblems.class);

    private final Instance<ExpectedFailures> expected;

    FrameworkProblems(Instance<ExpectedFailures> expected) {
        this.expected = expected;
    }

    @ServerExceptionMapper
    Response problem(ProblemException exception, HttpServerRequest request) {
        return exception.response(Details.language(request));
    }

    @ServerExceptionMapper
    Response withoutToken(UnauthorizedException exception, HttpServerRequest request) {
        return answer(CommonProblem.UNAUTHENTICATED, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** The framework has set the header {@code WWW-Authenticate} already. */
    @ServerExceptionMapper
    Response withBadToken(AuthenticationFailedException exception, HttpServerRequest request) {
        return answer(CommonProblem.UNAUTHENTICATED, request).build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, HttpServerRequest request) {
        return answer(CommonProblem.FORBIDDEN, request).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException exception, HttpServerRequest request) {
        return answer(CommonProblem.METHOD_NOT_ALLOWED, request)
                .header(HttpHeaders.ALLOW, AllowedMethods.at(request.path()))
                .build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException exception, HttpServerRequest request) {
        Response response = exception.getResponse();
        return response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()
                ? response
                : answer(CommonProblem.ofStatus(response.getStatus()), request).build();
    }

    @ServerExceptionMapper
    Response failed(Exception exception, HttpServerRequest request) {
        return expected.stream()
                .flatMap(failures -> failures.problem(exception).stream())
                .findFirst()
                .map(problem -> {
                    LOG.warnf("A request was answered with %s: %s", problem.type(), exception);
                    return problem(problem, request);
                })
                .orElseGet(() -> {
                    LOG.error("A request failed", exception);
                    return answer(CommonProblem.FAILED, request).build();
                });
    }

    private static Response.ResponseBuilder answer(CommonProblem type, HttpServerRequest request) {
        Language language = Details.language(request);
        return Problem.of(type, language, Details.of(type, request)).response(language);
    }
}
