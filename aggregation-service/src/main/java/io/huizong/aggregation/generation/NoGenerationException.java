package io.huizong.aggregation.generation;

/** There is no generation with the files of this instance that could answer, or that it may fill. */
public final class NoGenerationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoGenerationException(String message) {
        super(message);
    }
}
