package io.huizong.intake.validation;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

/** The revision that a sender expects must be a whole number from 0. */
record ExpectedRevisionMember() implements MemberReader<Draft> {

    static final int MOST = Integer.MAX_VALUE;

    static final Rule OUT_OF_RANGE = Rule.error(
            "expected_revision.out_of_range",
            "expectedRevision 为 0 至 " + MOST + " 的整数",
            "expectedRevision is a whole number from 0 to " + MOST,
            "%s 不是修订号，应为 0（尚无报告）至 " + MOST + " 的整数",
            "%s is no revision, expected a whole number from 0 (none yet) to " + MOST);

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0 || Numbers.decimals(number) > 0) {
            findings.add(OUT_OF_RANGE, at, Sentence.shown(number));
        } else {
            into.expectedRevision = number.intValueExact();
        }
    }
}
