package io.huizong.intake.bulk;

import com.fasterxml.jackson.annotation.JsonRootName;

/**
 * The summary of a body that was read to its end: lines = accepted + refused + unpublished + unconfirmed.
 *
 * @param lines that have a result
 * @param accepted those with status 202
 * @param refused those with a status 4xx, which a retry would get again
 * @param unpublished those that were not published although they break no rule
 * @param unconfirmed those of which it is unknown whether they were published
 */
@JsonRootName("summary")
record BulkSummary(long lines, long accepted, long refused, long unpublished, long unconfirmed) {}
