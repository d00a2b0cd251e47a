package io.huizong.aggregation.offset;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * How fresh the totals are.
 *
 * @param appliedThrough time of the newest event in them; null before the first
 * @param lag how many records of the log wait to be taken in; empty if the brokers do not tell where it ends
 */
public record Freshness(Instant appliedThrough, OptionalLong lag) {}
