package io.huizong.intake.validation.rule;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.shape.ReportCandidate;

/**
 * A rule about several members of a report, or about a member and the world outside. Members with errors are absent.
 */
@FunctionalInterface
public interface ReportRule {

    void check(ReportCandidate report, Findings findings);
}
