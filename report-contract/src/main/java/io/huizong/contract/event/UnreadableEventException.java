package io.huizong.contract.event;

/** A record that is no event of Huizong. Its message is a sentence that says what is wrong with it. */
public final class UnreadableEventException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message) {
        super(message);
    }

    UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
