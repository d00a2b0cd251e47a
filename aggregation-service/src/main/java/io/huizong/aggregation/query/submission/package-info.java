/** Reports and submissions, also those that are not counted or cannot be read. */
package io.huizong.aggregation.query.submission;
