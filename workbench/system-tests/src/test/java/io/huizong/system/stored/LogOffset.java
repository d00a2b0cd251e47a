package io.huizong.system.stored;

/** Where a record stands in a log. */
public record LogOffset(int partition, long offset) {}
