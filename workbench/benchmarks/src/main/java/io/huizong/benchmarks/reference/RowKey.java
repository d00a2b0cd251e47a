package io.huizong.benchmarks.reference;

/**
 * Key of a current report and of a rollup.
 *
 * @param period as reports write it
 * @param jurisdiction its code
 */
record RowKey(String period, String jurisdiction) {}
