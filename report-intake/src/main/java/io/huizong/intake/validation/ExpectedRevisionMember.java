package io.huizong.intake.validation;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.event.Warning;

/** The revision that a sender expects must be a whole number from 0. */
record ExpectedRevisionMember() implements MemberReader<Draft> {

    static final String OUT_OF_RANGE = "expected_revision.out_of_range";
    static final int MOST = Integer.MAX_VALUE;

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST)) > 0 || Numbers.decimals(number) > 0) {
            findings.error(at, OUT_OF_RANGE, outOfRange(Sentence.shown(number)));
        } else {
            into.expectedRevision = number.intValueExact();
        }
    }

    static Warning.Detail outOfRange(String shown) {
        return Sentence.of(
                "%s 不是修订号，应为 0（尚无报告）至 %d 的整数",
                "%s is no revision, expected a whole number from 0 (none yet) to %d", shown, MOST);
    }
}
