package io.huizong.aggregation.offset;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * How fresh the totals are.
 *
 * @param appliedThrough time of the newest event in them; null before the first
 * @param lag how many records are not applied yet; empty if the end of the topic is unknown
 */
public record Freshness(Instant appliedThrough, OptionalLong lag) {}
