/** Which derivation of the totals from the log is the one that answers. */
package io.huizong.aggregation.generation;
