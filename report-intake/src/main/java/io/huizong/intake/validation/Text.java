package io.huizong.intake.validation;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Free text of a report. */
final class Text {

    private static final int LONGEST = 4000;

    private Text() {}

    /** The text, if the value is one and not too long; an error otherwise. */
    static Optional<String> read(JsonNode value, Pointer at, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return Optional.empty();
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            findings.error(
                    at,
                    "text.too_long",
                    Sentence.of(
                            "%s 共 %d 个字符，最多 %d 个字符",
                            "%s has %d characters, expected at most %d", Sentence.shown(text), length, LONGEST));
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
