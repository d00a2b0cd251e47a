/** Recomputes totals by code of its own and lists the cells that differ. */
package io.huizong.aggregation.audit;
