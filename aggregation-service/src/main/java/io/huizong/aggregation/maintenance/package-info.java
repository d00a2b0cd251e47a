/** What admins do: look at what was set aside, check the totals, build them anew. */
package io.huizong.aggregation.maintenance;
