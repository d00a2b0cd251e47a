/** Jurisdictions and indicators by code and name. */
package io.huizong.aggregation.query.lookup;
