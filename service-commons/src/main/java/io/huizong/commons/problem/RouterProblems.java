package io.huizong.commons.problem;

import java.io.IOException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers what fails before a request reaches a resource, such as an address that cannot be decoded, with a problem. */
@ApplicationScoped
class RouterProblems {

    private static final Logger LOG = Logger.getLogger(RouterProblems.class);
    /** After the handlers of the framework, before its last resort. */
    private static final int ORDER = Integer.MAX_VALUE - 1;

    private final ObjectMapper json;

    RouterProblems(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (request.failure() instanceof AuthenticationException || request.failure() instanceof SecurityException) {
            // FrameworkProblems answers these.
            request.next();
            return;
        }
        CommonProblem type = CommonProblem.ofStatus(request.statusCode());
        if (type == CommonProblem.FAILED && !(request.failure() instanceof IOException)) {
            LOG.error("A request failed", request.failure());
        }
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Language language = Details.language(request.request());
        Problem problem = Problem.of(type, language, Details.of(type, request.request()));
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .end(written(problem));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem is always JSON", e);
        }
    }
}
