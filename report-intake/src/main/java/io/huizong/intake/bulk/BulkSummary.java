package io.huizong.intake.bulk;

import com.fasterxml.jackson.annotation.JsonRootName;

/**
 * What became of a body that was read to its end: lines = accepted + refused + unpublished + unconfirmed.
 *
 * @param lines that have a result: reports, or what stands in their place
 * @param accepted those with status 202
 * @param refused those with a status 4xx that a retry will have too
 * @param unpublished those that are not in the log though nothing was found wrong with them
 * @param unconfirmed those of which it is unknown whether they are in the log
 */
@JsonRootName("summary")
record BulkSummary(long lines, long accepted, long refused, long unpublished, long unconfirmed) {}
