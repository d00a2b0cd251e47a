/** One jurisdiction over several periods. */
package io.huizong.aggregation.query.series;
