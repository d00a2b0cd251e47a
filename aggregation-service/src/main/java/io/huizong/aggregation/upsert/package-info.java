/** Writes many rows at once, each made if it is not there. */
package io.huizong.aggregation.upsert;
