package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Report;

/**
 * A current report.
 *
 * @param revision which revision of the jurisdiction's report of that period it is, from 1
 * @param submissionId the submission that it came with
 * @param client who submitted it
 * @param submittedAt when the intake accepted it
 * @param warnings what the intake found odd about it and accepted all the same
 * @param report the report
 */
@Schema(name = "CurrentReport")
public record ReportView(
        int revision, UUID submissionId, String client, Instant submittedAt, List<Finding> warnings, Report report) {}
