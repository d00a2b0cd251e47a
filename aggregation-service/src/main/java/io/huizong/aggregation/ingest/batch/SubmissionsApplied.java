package io.huizong.aggregation.ingest.batch;

import java.util.List;

import io.huizong.aggregation.submission.SubmissionOutcome;

/**
 * Submissions came to something in the serving generation; an event within the transaction that wrote it down.
 *
 * @param outcomes what each came to
 */
public record SubmissionsApplied(List<SubmissionOutcome> outcomes) {}
