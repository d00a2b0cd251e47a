package io.huizong.aggregation.offset;

/**
 * Offsets of a partition that were read. An offset without a record in the batch has none for a reader: a transaction
 * marker, or a record of an aborted transaction.
 *
 * @param from the first
 * @param to the one after the last
 */
public record OffsetRange(long from, long to) {}
