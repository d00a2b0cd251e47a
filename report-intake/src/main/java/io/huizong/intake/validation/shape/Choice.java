package io.huizong.intake.validation.shape;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/**
 * A text that must be one of a few words.
 *
 * @param otherwise the rule that is broken if it is none of them
 */
public record Choice<E extends Enum<E>>(Class<E> words, Rule otherwise) {

    public Optional<E> read(JsonNode value, Pointer at, Findings findings) {
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
        findings.add(otherwise, at, Quoted.shown(value), expected);
        return Optional.empty();
    }
}
