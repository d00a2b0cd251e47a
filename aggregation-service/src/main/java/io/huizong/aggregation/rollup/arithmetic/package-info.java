/** The rollup rule, without a framework. */
package io.huizong.aggregation.rollup.arithmetic;
