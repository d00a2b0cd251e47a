/** What operators ask of the service: whether its totals are right. */
package io.huizong.aggregation.maintenance;
