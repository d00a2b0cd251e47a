package io.huizong.intake.security;

import java.util.Optional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.huizong.commons.problem.Language;
import io.huizong.commons.problem.Problem;
import io.huizong.contract.Bilingual;
import io.huizong.contract.event.Origin;
import io.huizong.intake.problem.IntakeProblem;

/** Refuses a token whose {@code sub} cannot be stored as the client of a submission. */
class SubjectCheck {

    private final JsonWebToken token;

    SubjectCheck(JsonWebToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    Optional<Response> refusal(HttpServerRequest request) {
        String client = token.getSubject();
        if (Origin.isClient(client)) {
            return Optional.empty();
        }
        int length = client.codePointCount(0, client.length());
        Bilingual detail = new Bilingual(
                "令牌的 sub 有 %d 个字符，应为 1 至 %d 个完整的字符，且不全是空白".formatted(length, Origin.MAX_CLIENT),
                "The token's sub has %d characters, expected 1 to %d whole ones, not all of them blank"
                        .formatted(length, Origin.MAX_CLIENT));
        Language language = Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return Optional.of(Problem.of(IntakeProblem.INVALID_SUBJECT, language, detail)
                .response(language)
                .build());
    }
}
