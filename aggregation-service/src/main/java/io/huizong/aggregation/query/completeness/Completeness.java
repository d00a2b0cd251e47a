package io.huizong.aggregation.query.completeness;

import java.util.List;

/**
 * Who of a jurisdiction and all below it has reported for a period.
 *
 * @param levels a count for each level at which there is anyone, highest first
 * @param reports all that are expected, in the order of the tree, above before below
 */
public record Completeness(List<LevelCount> levels, List<ExpectedReport> reports) {}
