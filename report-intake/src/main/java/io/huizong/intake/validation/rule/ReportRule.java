package io.huizong.intake.validation.rule;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.shape.ReportCandidate;

/** A rule about several parts of a report together, or about a part and the world. Parts with errors are missing. */
@FunctionalInterface
public interface ReportRule {

    void check(ReportCandidate draft, Findings findings);
}
