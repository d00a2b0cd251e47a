package io.huizong.aggregation.batch;

import java.util.List;

import io.huizong.aggregation.report.Outcome;

/**
 * Submissions came to something in the serving generation; an event within the transaction that wrote it down.
 *
 * @param outcomes what each came to
 */
public record SubmissionsSettled(List<Outcome> outcomes) {}
