package io.huizong.intake.security;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.huizong.commons.problem.ProblemException;
import io.huizong.contract.event.Origin;
import io.huizong.intake.problem.IntakeProblem;

/** Refuses a token whose {@code sub} cannot be stored as the client of a submission. */
class SubjectCheck {

    private final JsonWebToken token;

    SubjectCheck(JsonWebToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    void check() {
        String client = token.getSubject();
        if (!Origin.isClient(client)) {
            int length = client.codePointCount(0, client.length());
            throw new ProblemException(
                    IntakeProblem.INVALID_SUBJECT,
                    "令牌的 sub 有 %d 个字符，应为 1 至 %d 个完整的字符，且不全是空白".formatted(length, Origin.MAX_CLIENT),
                    "The token's sub has %d characters, expected 1 to %d whole ones, not all of them blank"
                            .formatted(length, Origin.MAX_CLIENT));
        }
    }
}
