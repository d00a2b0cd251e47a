package io.huizong.intake.validation;

import java.util.Arrays;
import java.util.function.Function;

import io.huizong.contract.event.Warning;

/**
 * What a request must keep, or should. Each stands beside the code that checks it; {@link RuleCatalog} lists them all.
 *
 * @param code stable name
 * @param severity what it means that it is broken
 * @param checks what it asks for
 * @param sentence what a sender is told who broke it, with a {@code %s} for each value
 */
public record Rule(String code, Severity severity, Warning.Detail checks, Warning.Detail sentence) {

    static Rule error(String code, String checksZh, String checksEn, String sentenceZh, String sentenceEn) {
        return of(code, Severity.ERROR, checksZh, checksEn, sentenceZh, sentenceEn);
    }

    static Rule warning(String code, String checksZh, String checksEn, String sentenceZh, String sentenceEn) {
        return of(code, Severity.WARNING, checksZh, checksEn, sentenceZh, sentenceEn);
    }

    private static Rule of(
            String code, Severity severity, String checksZh, String checksEn, String sentenceZh, String sentenceEn) {
        return new Rule(
                code, severity, new Warning.Detail(checksZh, checksEn), new Warning.Detail(sentenceZh, sentenceEn));
    }

    /** That it is broken there. A value that is a {@link Warning.Detail} stands in each sentence in its language. */
    Violation brokenAt(Pointer at, Object... values) {
        return new Violation(at.toString(), code, filled(values));
    }

    /** The sentences with these values. */
    Warning.Detail filled(Object... values) {
        return new Warning.Detail(
                filled(sentence.zh(), Warning.Detail::zh, values), filled(sentence.en(), Warning.Detail::en, values));
    }

    private static String filled(String sentence, Function<Warning.Detail, String> language, Object... values) {
        return sentence.formatted(Arrays.stream(values)
                .map(value -> value instanceof Warning.Detail detail ? language.apply(detail) : value)
                .toArray());
    }
}
