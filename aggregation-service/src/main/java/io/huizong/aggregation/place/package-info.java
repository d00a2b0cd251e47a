/** A jurisdiction in a period, and what all tables that keep a row for each have in common. */
package io.huizong.aggregation.place;
