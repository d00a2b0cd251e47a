/** Tells those who listen which rollups change, as the topic {@code rollup-changes} says it to every instance. */
package io.huizong.aggregation.live;
