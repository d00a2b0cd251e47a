/** Reports, revisions, submissions and idempotency keys: what is stored of them and how it is shown. */
package io.huizong.aggregation.submission;
