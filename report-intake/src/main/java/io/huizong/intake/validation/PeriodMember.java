package io.huizong.intake.validation;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.report.Period;

/** The period must be written in one of the four forms. */
record PeriodMember() implements MemberReader<Draft> {

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        try {
            into.period = Period.parse(value.textValue());
        } catch (IllegalArgumentException e) {
            findings.error(
                    at,
                    "period.malformed",
                    Sentence.of(
                            "%s 不是报告期，应为 1949 年以后的年份如 2023，或 2023-H1、2023-Q4、2023-11",
                            "%s is no period, expected a year from 1949 such as 2023, or 2023-H1, 2023-Q4, 2023-11",
                            Sentence.shown(value)));
        }
    }
}
