/** One rollup. */
package io.huizong.aggregation.query.rollup;
