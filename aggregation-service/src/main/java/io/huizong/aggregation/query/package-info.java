/** Answers over REST. */
package io.huizong.aggregation.query;
