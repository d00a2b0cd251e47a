/**
 * The service that keeps the totals. A report takes this way: {@code ingest} reads it from the topic and applies it in a batch,
 * {@code submission} keeps it and its outcome, {@code rollup} adds it up, {@code query} answers with the totals, {@code feed}
 * publishes those that changed. {@code offset} knows how far the topic has been read, {@code generation} with which files the
 * totals are computed, {@code audit} computes them again by other code.
 */
package io.huizong.aggregation;
