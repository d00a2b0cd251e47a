package io.huizong.intake.validation;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The revision that a sender expects, where it stands in an address as text. */
record ExpectedRevisionParameter() implements MemberReader<Draft> {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        String text = value.textValue();
        if (WHOLE.matcher(text).matches() && Long.parseLong(text) <= ExpectedRevisionMember.MOST) {
            into.expectedRevision = Integer.valueOf(text);
        } else {
            findings.add(ExpectedRevisionMember.OUT_OF_RANGE, at, Sentence.shown(text));
        }
    }
}
