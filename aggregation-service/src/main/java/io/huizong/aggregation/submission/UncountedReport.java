package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A current report that is not in the totals as a whole.
 *
 * @param jurisdiction code of the jurisdiction that reports; the tree may lack it
 * @param period what it reports for
 * @param revision which revision of its report it is
 * @param submissionId the submission that it came with
 * @param client who submitted it
 * @param submittedAt when the intake accepted it
 * @param notCounted what is in no total; at least one part
 */
public record UncountedReport(
        String jurisdiction,
        String period,
        int revision,
        UUID submissionId,
        String client,
        Instant submittedAt,
        List<NotCounted> notCounted) {}
