/** Where a report and the reports below it differ. */
package io.huizong.aggregation.query.gap;
