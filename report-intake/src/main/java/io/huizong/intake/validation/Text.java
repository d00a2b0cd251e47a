package io.huizong.intake.validation;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Free text of a report. */
final class Text {

    private static final int LONGEST = 4000;

    static final Rule TOO_LONG = Rule.error(
            "text.too_long",
            "一段文字不超过 " + LONGEST + " 个字符",
            "A text has at most " + LONGEST + " characters",
            "%s 共 %s 个字符，最多 " + LONGEST + " 个字符",
            "%s has %s characters, expected at most " + LONGEST);

    private Text() {}

    /** The text, if the value is one and not too long; an error otherwise. */
    static Optional<String> read(JsonNode value, Pointer at, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return Optional.empty();
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            findings.add(TOO_LONG, at, Sentence.shown(text), length);
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
