package io.huizong.benchmarks.measure;

/** One of the two that are compared. */
@FunctionalInterface
public interface Side {

    /**
     * Does the work once and says how it went, in the comparison's unit.
     *
     * @param round from 0, warm-up rounds included: what must be new each time can be made of it
     */
    double measure(int round) throws Exception;
}
