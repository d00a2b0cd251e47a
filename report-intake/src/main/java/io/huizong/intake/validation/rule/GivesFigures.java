package io.huizong.intake.validation.rule;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;

/** A report should give at least one figure. */
public record GivesFigures() implements ReportRule {

    public static final Rule NONE = Rule.warning(
            "figures.none",
            "报告至少有一项数字",
            "A report holds at least one figure",
            "{} 中没有任何数字，报告通常至少有一项",
            "{} holds no figure at all, expected at least one in a report");

    @Override
    public void check(ReportCandidate report, Findings findings) {
        if (report.figures.isEmpty() && report.statedRates.isEmpty() && report.additionalFigures.isEmpty()) {
            findings.add(NONE, Pointer.ROOT.to("figures"));
        }
    }
}
