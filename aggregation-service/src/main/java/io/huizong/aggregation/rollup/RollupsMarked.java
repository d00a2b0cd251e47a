package io.huizong.aggregation.rollup;

/**
 * Rollups were changed and marked as unpublished; an event within the transaction that did so.
 *
 * @param generation whose rollups
 * @param count how many at most
 */
public record RollupsMarked(int generation, int count) {}
