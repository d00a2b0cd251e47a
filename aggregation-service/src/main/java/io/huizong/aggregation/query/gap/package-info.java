/**
 * Where a report and the reports below it differ. {@code Cell.gap} computes the difference, {@code IndicatorKind.hasGap} says
 * which kinds have one.
 */
package io.huizong.aggregation.query.gap;
