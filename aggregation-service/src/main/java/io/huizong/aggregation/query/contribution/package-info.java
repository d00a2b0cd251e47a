/** The reports that make up a total. */
package io.huizong.aggregation.query.contribution;
