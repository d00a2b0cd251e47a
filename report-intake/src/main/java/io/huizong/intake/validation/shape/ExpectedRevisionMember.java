package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The revision that a sender expects must be a whole number from 0. */
public record ExpectedRevisionMember() implements MemberReader<ReportCandidate> {

    private static final int MAX_VALUE = Integer.MAX_VALUE;

    public static final Rule OUT_OF_RANGE = Rule.error(
            "expected_revision.out_of_range",
            "expectedRevision 为 0 至 " + MAX_VALUE + " 的整数",
            "expectedRevision is a whole number from 0 to " + MAX_VALUE,
            "%s 不是修订号，应为 0（尚无报告）至 " + MAX_VALUE + " 的整数",
            "%s is no revision, expected a whole number from 0 (none yet) to " + MAX_VALUE);

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(MAX_VALUE)) > 0
                || Numbers.decimals(number) > 0) {
            findings.add(OUT_OF_RANGE, at, Quoted.shown(number));
        } else {
            into.expectedRevision = number.intValueExact();
        }
    }

    /** Reads it where it stands in an address, as text. */
    public static void readParameter(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        String text = value.textValue();
        if (WHOLE.matcher(text).matches() && Long.parseLong(text) <= MAX_VALUE) {
            into.expectedRevision = Integer.valueOf(text);
        } else {
            findings.add(OUT_OF_RANGE, at, Quoted.shown(text));
        }
    }
}
