package io.huizong.aggregation.ingest.batch;

import java.util.List;

import io.huizong.aggregation.submission.SubmissionOutcome;

/**
 * Submissions got their outcomes in the serving generation; a CDI event within the transaction that stores them.
 *
 * @param outcomes what each came to
 */
public record SubmissionsApplied(List<SubmissionOutcome> outcomes) {}
