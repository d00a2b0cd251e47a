/** Metrics of how the totals stand. */
package io.huizong.aggregation.metrics;
