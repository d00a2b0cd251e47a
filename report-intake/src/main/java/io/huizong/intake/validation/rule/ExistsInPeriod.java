package io.huizong.intake.validation.rule;

import java.util.Objects;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;

/** A jurisdiction reports only for periods in which it exists. */
public record ExistsInPeriod() implements ReportRule {

    public static final Rule JURISDICTION_NOT_IN_PERIOD = Rule.error(
            "jurisdiction.not_in_period",
            "行政区划在报告期内存在",
            "The jurisdiction exists in the period",
            "%s 在 %s 不存在，应为 %s 至 %s 年间的报告期",
            "%s does not exist in %s, expected a period in the years %s to %s");

    @Override
    public void check(ReportCandidate report, Findings findings) {
        if (report.jurisdiction != null
                && report.period != null
                && !report.jurisdiction.existsIn(report.period.year())) {
            findings.add(
                    JURISDICTION_NOT_IN_PERIOD,
                    Pointer.ROOT.to("jurisdiction"),
                    report.jurisdiction,
                    report.period,
                    Objects.toString(report.jurisdiction.from(), "…"),
                    Objects.toString(report.jurisdiction.until(), "…"));
        }
    }
}
