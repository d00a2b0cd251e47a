package io.huizong.intake.validation;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text that must be one of a few words.
 *
 * @param otherwise the rule that is broken if it is none of them
 */
record Choice<E extends Enum<E>>(Class<E> words, Rule otherwise) {

    Optional<E> read(JsonNode value, Pointer at, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return Optional.empty();
        }
        E[] constants = words.getEnumConstants();
        for (E word : constants) {
            if (word.name().equals(value.textValue())) {
                return Optional.of(word);
            }
        }
        String expected =
                String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
        findings.add(otherwise, at, Sentence.shown(value), expected);
        return Optional.empty();
    }
}
