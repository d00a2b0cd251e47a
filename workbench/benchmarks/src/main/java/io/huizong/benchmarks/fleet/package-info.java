/** Instances of the aggregation service and what waits for them. */
package io.huizong.benchmarks.fleet;
