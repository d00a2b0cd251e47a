package io.huizong.intake.validation;

import java.util.ArrayList;
import java.util.List;

import io.huizong.contract.event.Warning;

/** Collects what the rules find in one request: errors refuse it, warnings travel with it. */
final class Findings {

    /** More errors than a sender will read; the rest shows after these are mended. */
    static final int MOST_ERRORS = 1000;

    private final List<Violation> violations = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    /** The rule is broken there; the values stand in its sentences. */
    void add(Rule rule, Pointer at, Object... values) {
        if (rule.severity() == Severity.WARNING) {
            warnings.add(new Warning(at.toString(), rule.code(), rule.filled(values)));
        } else if (violations.size() < MOST_ERRORS) {
            violations.add(rule.brokenAt(at, values));
        }
    }

    List<Violation> violations() {
        return violations;
    }

    List<Warning> warnings() {
        return warnings;
    }
}
