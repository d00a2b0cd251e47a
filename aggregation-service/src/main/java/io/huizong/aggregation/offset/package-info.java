/** Stored offsets, the ends of the topic, and how fresh the totals are. */
package io.huizong.aggregation.offset;
