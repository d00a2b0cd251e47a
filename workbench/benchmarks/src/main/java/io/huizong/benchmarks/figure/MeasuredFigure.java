package io.huizong.benchmarks.figure;

/**
 * One of the lines of {@code figures.json}.
 *
 * @param name what was measured
 * @param value in {@code unit}
 * @param unit of the value
 */
public record MeasuredFigure(String name, double value, String unit) {}
