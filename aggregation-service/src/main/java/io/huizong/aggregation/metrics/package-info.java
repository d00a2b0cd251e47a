/**
 * Gauges of the state of the totals, and outcomes. Other meters are where their value is: {@code IngestState}, {@code
 * ReportConsumer}, {@code DeadlockRetry}.
 */
package io.huizong.aggregation.metrics;
