package io.huizong.intake.validation.rule;

import java.time.Clock;
import java.time.LocalDate;

import io.huizong.contract.report.Period;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;

/** The period must have begun in {@link Period#ZONE}. */
public record PeriodHasBegun(Clock clock) implements ReportRule {

    public static final Rule PERIOD_NOT_BEGUN = Rule.error(
            "period.not_begun",
            "报告期已经开始（北京时间）",
            "The period has begun, in Asia/Shanghai",
            "报告期 %s 自 %s 开始，今天是 %s，应为已开始的报告期",
            "The period %s begins on %s and today is %s, expected one that has begun");

    @Override
    public void check(ReportCandidate report, Findings findings) {
        if (report.period == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        if (report.period.begin().isAfter(today)) {
            findings.add(PERIOD_NOT_BEGUN, Pointer.ROOT.to("period"), report.period, report.period.begin(), today);
        }
    }
}
