/** Submissions, what they came to, and the current report of each place. */
package io.huizong.aggregation.report;
