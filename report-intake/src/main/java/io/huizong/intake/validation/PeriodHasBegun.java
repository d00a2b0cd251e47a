package io.huizong.intake.validation;

import java.time.Clock;
import java.time.LocalDate;

import io.huizong.contract.report.Period;

/** Nobody reports on a time that has not begun in {@link Period#ZONE}. */
record PeriodHasBegun(Clock clock) implements ReportRule {

    static final Rule HAS_NOT = Rule.error(
            "period.not_begun",
            "报告期已经开始（北京时间）",
            "The period has begun, in Asia/Shanghai",
            "报告期 %s 自 %s 开始，今天是 %s，应为已开始的报告期",
            "The period %s begins on %s and today is %s, expected one that has begun");

    @Override
    public void check(Draft draft, Findings findings) {
        if (draft.period == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        if (draft.period.begin().isAfter(today)) {
            findings.add(HAS_NOT, Pointer.ROOT.to("period"), draft.period, draft.period.begin(), today);
        }
    }
}
