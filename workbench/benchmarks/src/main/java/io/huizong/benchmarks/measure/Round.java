package io.huizong.benchmarks.measure;

/**
 * What both sides did one after the other.
 *
 * @param ours in the comparison's unit
 * @param reference likewise
 * @param ratio the one against the other, written so that higher is better
 */
public record Round(double ours, double reference, double ratio) {}
