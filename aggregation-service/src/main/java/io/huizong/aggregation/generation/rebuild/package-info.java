/** Rebuilding a generation from the topic. */
package io.huizong.aggregation.generation.rebuild;
