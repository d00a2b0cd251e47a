package io.huizong.intake.problem;

import io.huizong.contract.event.Warning;
import io.huizong.intake.validation.Violation;

/**
 * Something found in a request, as the sender is told it.
 *
 * @param pointer where: a JSON pointer in URI fragment form
 * @param code stable name of the rule
 * @param detail what was found and what was expected, in the sender's language
 */
public record Finding(String pointer, String code, String detail) {

    static Finding of(Violation violation, Language language) {
        return new Finding(violation.pointer(), violation.code(), language.of(violation.detail()));
    }

    /** A warning in that language. */
    public static Finding of(Warning warning, Language language) {
        return new Finding(warning.pointer(), warning.code(), language.of(warning.detail()));
    }
}
