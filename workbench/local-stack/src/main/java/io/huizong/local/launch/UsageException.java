package io.huizong.local.launch;

/** The command line is not one that {@link RunOptions} knows. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
