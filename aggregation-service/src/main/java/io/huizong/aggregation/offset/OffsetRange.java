package io.huizong.aggregation.offset;

/**
 * Offsets of a partition that were read: what stands at them and is not in a batch is no record for a reader, such as the
 * marker of a transaction, or a record of one that was aborted.
 *
 * @param from the first
 * @param to the one after the last
 */
public record OffsetRange(long from, long to) {}
