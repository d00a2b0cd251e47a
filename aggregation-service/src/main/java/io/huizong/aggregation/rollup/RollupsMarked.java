package io.huizong.aggregation.rollup;

/**
 * Rollups were changed and marked as unpublished; an event within the transaction that did so.
 *
 * @param generation whose rollups
 */
public record RollupsMarked(int generation) {}
