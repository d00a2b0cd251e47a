package io.huizong.aggregation.problem;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    /** @param detail what is wrong with this request: the offending value and what was expected */
    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    Problem problem() {
        return Problem.of(type, getMessage());
    }
}
