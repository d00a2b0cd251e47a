package io.huizong.intake.bulk;

import jakarta.ws.rs.core.Response;

/** Nothing of a body was accepted. Carries the answer. */
final class RefusedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Response answer;

    RefusedBodyException(Response answer) {
        super("The body is refused", null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
