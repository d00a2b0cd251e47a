package io.huizong.intake.validation;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

/** The revision that a sender expects must be a whole number from 0. */
record ExpectedRevisionMember() implements MemberReader<Draft> {

    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0 || number.compareTo(MOST) > 0 || Numbers.decimals(number) > 0) {
            findings.error(
                    at,
                    "expected_revision.out_of_range",
                    Sentence.of(
                            "%s 不是修订号，应为 0（尚无报告）至 %s 的整数",
                            "%s is no revision, expected a whole number from 0 (none yet) to %s",
                            Sentence.shown(number),
                            MOST));
        } else {
            into.expectedRevision = number.intValueExact();
        }
    }
}
