package io.huizong.aggregation.query.completeness;

import java.time.Instant;

import io.huizong.contract.division.Jurisdiction;

/**
 * A report that is expected of a jurisdiction.
 *
 * @param jurisdiction who is to report
 * @param status its status
 * @param firstAcceptedAt when its first report was accepted, whatever amended it since; null if it is missing
 */
public record ExpectedReport(Jurisdiction jurisdiction, ReportingStatus status, Instant firstAcceptedAt) {}
