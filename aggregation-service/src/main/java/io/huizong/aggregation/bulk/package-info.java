/** Writes and reads many rows at once. */
package io.huizong.aggregation.bulk;
