package io.huizong.benchmarks.measure;

/**
 * What is measured, and what it is to come to.
 *
 * @param name how the row is chosen on the command line
 * @param title the row in words
 * @param unit of both sides
 * @param better which of two values is the better one
 * @param goal the least ratio
 */
public record Comparison(String name, String title, String unit, Better better, double goal) {

    /** Which of two values is the better one. */
    public enum Better {
        /** Speeds. */
        MORE,
        /** Times and sizes. */
        LESS
    }

    Round round(double ours, double reference) {
        return new Round(ours, reference, better == Better.MORE ? ours / reference : reference / ours);
    }
}
