package io.huizong.contract.event;

/**
 * A record that is an event of Huizong of a type or version that this version does not know: a newer one can read it. It must
 * not be skipped, so it is not checked: who forgets it stops. The message is a sentence that names the type.
 */
public final class NewerEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerEventException(String type) {
        super("The event type is %s, which only a newer version can read".formatted(type));
    }
}
