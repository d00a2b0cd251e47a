package io.huizong.aggregation.rollup;

/** Rollups were changed and are unpublished; an event within the transaction that did so. */
public record RollupsChanged() {}
