/** What all queries have in common: parameters, pages, entity tags, freshness. */
package io.huizong.aggregation.query.http;
