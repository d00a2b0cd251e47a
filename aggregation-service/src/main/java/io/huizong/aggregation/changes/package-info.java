/** The topic {@code rollup-changes}: every rollup as it is now, published when it has changed. */
package io.huizong.aggregation.changes;
