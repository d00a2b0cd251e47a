/** The totals of one jurisdiction, for one period or several. */
package io.huizong.aggregation.query.rollup;
