package io.huizong.intake.validation.shape;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.report.Period;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The period must have one of the four forms. */
public record PeriodMember() implements MemberReader<ReportCandidate> {

    public static final Rule MALFORMED = Rule.error(
            "period.malformed",
            "报告期写作 2023、2023-H1、2023-Q4 或 2023-11，不早于 1949 年",
            "The period is written as 2023, 2023-H1, 2023-Q4 or 2023-11, from 1949 on",
            "%s 不是报告期，应为 1949 年以后的年份如 2023，或 2023-H1、2023-Q4、2023-11",
            "%s is no period, expected a year from 1949 such as 2023, or 2023-H1, 2023-Q4, 2023-11");

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        try {
            into.period = Period.parse(value.textValue());
        } catch (IllegalArgumentException e) {
            findings.add(MALFORMED, at, Quoted.shown(value));
        }
    }
}
