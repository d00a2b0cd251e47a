package io.huizong.local.launch;

/** A reason not to go on; its message is a sentence for the user, who sees nothing else of it. */
final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    Fault(String sentence) {
        super(sentence);
    }

    Fault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
