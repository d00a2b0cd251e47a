package io.huizong.intake.validation;

import io.huizong.contract.event.Warning;

/**
 * Something about a request that keeps it from being accepted.
 *
 * @param pointer where: a JSON pointer (RFC 6901) in URI fragment form, such as {@code #/figures/petitions.visits}
 * @param code stable name of the rule
 * @param detail what was found and what was expected
 */
public record Violation(String pointer, String code, Warning.Detail detail) {}
