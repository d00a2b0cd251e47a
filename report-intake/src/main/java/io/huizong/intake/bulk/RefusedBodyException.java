package io.huizong.intake.bulk;

import jakarta.ws.rs.core.Response;

/** A bulk body of which nothing was accepted, with the answer. */
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
