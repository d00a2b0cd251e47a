package io.huizong.aggregation.generation;

/** The tables were gone, or of an older version: what they hold now is older than what this instance has seen; an event. */
public record TablesRestored() {}
