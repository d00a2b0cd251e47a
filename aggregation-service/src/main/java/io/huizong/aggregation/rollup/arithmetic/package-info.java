/** The rule by which reports become totals: plain arithmetic, no framework, no storage. */
package io.huizong.aggregation.rollup.arithmetic;
