package io.huizong.intake.submission;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.Warning;
import io.huizong.intake.validation.Rule;
import io.huizong.intake.validation.RuleCatalog;
import io.huizong.intake.validation.Violation;

/**
 * Counts what submissions came to, and in how many of them each rule was broken. Every series is there from the start, so
 * that its first increase can be seen.
 */
@ApplicationScoped
class SubmissionMeters {

    private final Map<Class<?>, Counter> outcomes;
    private final Map<String, Counter> rules;

    SubmissionMeters(MeterRegistry meters) {
        outcomes = Arrays.stream(Outcome.class.getPermittedSubclasses())
                .filter(outcome -> outcome != Outcome.Checked.class)
                .collect(toMap(identity(), outcome -> Counter.builder("huizong.submissions")
                        .description("Submissions by what they came to: single ones, lines of bulk bodies, withdrawals")
                        .tag("outcome", name(outcome))
                        .register(meters)));
        rules = RuleCatalog.all().stream().collect(toMap(Rule::code, rule -> Counter.builder("huizong.broken.rules")
                .description("Submissions that broke the rule")
                .tag("rule", rule.code())
                .tag("severity", rule.severity().name().toLowerCase(Locale.ROOT))
                .register(meters)));
    }

    private static String name(Class<?> outcome) {
        return outcome.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    void count(Outcome outcome) {
        outcomes.get(outcome.getClass()).increment();
        brokenBy(outcome).distinct().forEach(rule -> rules.get(rule).increment());
    }

    private static Stream<String> brokenBy(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted && accepted.event() instanceof ReportSubmitted submitted) {
            return submitted.warnings().stream().map(Warning::code);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return refused.violations().stream().map(Violation::code);
        }
        List<Violation> violations = outcome instanceof Outcome.Unreadable unreadable
                ? List.of(unreadable.violation())
                : outcome instanceof Outcome.TooLarge tooLarge ? List.of(tooLarge.violation()) : List.of();
        return violations.stream().map(Violation::code);
    }
}
