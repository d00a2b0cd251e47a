package io.huizong.intake.validation.shape;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The revision that a sender expects, where it stands in an address as text. */
public record ExpectedRevisionParameter() implements MemberReader<ReportCandidate> {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        String text = value.textValue();
        if (WHOLE.matcher(text).matches() && Long.parseLong(text) <= ExpectedRevisionMember.MAX_VALUE) {
            into.expectedRevision = Integer.valueOf(text);
        } else {
            findings.add(ExpectedRevisionMember.OUT_OF_RANGE, at, Quoted.shown(text));
        }
    }
}
