/** Which reports are expected, reported, on time, late or missing. */
package io.huizong.aggregation.query.completeness;
