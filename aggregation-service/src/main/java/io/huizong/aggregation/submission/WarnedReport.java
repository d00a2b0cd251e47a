package io.huizong.aggregation.submission;

import java.util.List;
import java.util.UUID;

import io.huizong.contract.Finding;

/**
 * A current report that the intake found something odd about.
 *
 * @param jurisdiction code of the jurisdiction that reports
 * @param revision which revision of its report it is
 * @param submissionId the submission that it came with
 * @param warnings what is odd about it; at least one
 */
public record WarnedReport(String jurisdiction, int revision, UUID submissionId, List<Finding> warnings) {}
