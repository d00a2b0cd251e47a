package io.huizong.intake.validation.finding;

import java.util.ArrayList;
import java.util.List;

import io.huizong.contract.Finding;
import io.huizong.intake.validation.text.Pointer;

/** Collects what the rules find in one request: errors refuse it, warnings travel with it. */
public final class Findings {

    /** More errors than a person reads; the rest is reported once these are corrected. */
    static final int MAX_ERRORS = 1000;

    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    /** Adds that the rule is broken there; the values go into its sentences. */
    public void add(Rule rule, Pointer at, Object... values) {
        if (rule.severity() == Rule.Severity.WARNING) {
            warnings.add(rule.brokenAt(at, values));
        } else if (errors.size() < MAX_ERRORS) {
            errors.add(rule.brokenAt(at, values));
        }
    }

    public List<Finding> errors() {
        return errors;
    }

    public List<Finding> warnings() {
        return warnings;
    }
}
