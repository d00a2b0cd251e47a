/** Jurisdictions compared by one indicator. */
package io.huizong.aggregation.query.ranking;
