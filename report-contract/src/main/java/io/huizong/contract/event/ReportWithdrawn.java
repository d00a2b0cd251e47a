package io.huizong.contract.event;

import java.time.Instant;
import java.util.UUID;

import io.huizong.contract.report.Period;

/**
 * A report was taken back. The jurisdiction has no current report of that period until it submits one again.
 *
 * @param submissionId identifies the submission
 * @param time when the intake accepted it
 * @param jurisdiction code of the jurisdiction whose report is withdrawn
 * @param period the report's period
 * @param origin who withdrew it and how
 * @param expectedRevision see {@link ReportEvent#expectedRevision()}
 */
public record ReportWithdrawn(
        UUID submissionId, Instant time, String jurisdiction, Period period, Origin origin, Integer expectedRevision)
        implements ReportEvent {}
