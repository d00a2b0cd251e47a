/** The meters. */
package io.huizong.aggregation.metrics;
