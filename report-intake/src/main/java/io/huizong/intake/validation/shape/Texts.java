package io.huizong.intake.validation.shape;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Reads the texts of a report: free text, and words of which there are a few. */
public final class Texts {

    private static final int MAX_LENGTH = 4000;

    public static final Rule TOO_LONG = Rule.error(
            "text.too_long",
            "一段文字不超过 " + MAX_LENGTH + " 个字符",
            "A text has at most " + MAX_LENGTH + " characters",
            "%s 共 %s 个字符，最多 " + MAX_LENGTH + " 个字符",
            "%s has %s characters, expected at most " + MAX_LENGTH);

    private Texts() {}

    /** Reads a member that is free text. */
    public static <T> ObjectShape.MemberReader<T> into(BiConsumer<T, String> target) {
        return (value, at, into, findings) -> read(value, at, findings).ifPresent(text -> target.accept(into, text));
    }

    /** The text, if the value is a text and not too long; else adds an error. */
    public static Optional<String> read(JsonNode value, Pointer at, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return Optional.empty();
        }
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            findings.add(TOO_LONG, at, Quoted.shown(text), length);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /**
     * The word of that name; else adds an error.
     *
     * @param otherwise the rule that is broken if the text is none of the words
     */
    public static <E extends Enum<E>> Optional<E> word(
            Class<E> words, Rule otherwise, JsonNode value, Pointer at, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return Optional.empty();
        }
        List<E> known = List.of(words.getEnumConstants());
        Optional<E> found = known.stream()
                .filter(word -> word.name().equals(value.textValue()))
                .findFirst();
        if (found.isEmpty()) {
            findings.add(
                    otherwise,
                    at,
                    Quoted.shown(value),
                    known.stream().map(Enum::name).collect(joining(", ")));
        }
        return found;
    }
}
