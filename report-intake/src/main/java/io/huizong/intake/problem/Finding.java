package io.huizong.intake.problem;

import java.util.List;

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

    /** Those warnings in that language. */
    public static List<Finding> allOf(List<Warning> warnings, Language language) {
        return warnings.stream()
                .map(warning -> new Finding(warning.pointer(), warning.code(), language.of(warning.detail())))
                .toList();
    }
}
