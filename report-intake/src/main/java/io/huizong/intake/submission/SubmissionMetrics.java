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

import io.huizong.contract.Finding;
import io.huizong.intake.validation.RuleCatalog;
import io.huizong.intake.validation.Verdict;
import io.huizong.intake.validation.finding.Rule;

/** Counts submissions by outcome and by broken rule. Every series is there from the start, so that its first increase is seen. */
@ApplicationScoped
class SubmissionMetrics {

    private final Map<String, Counter> outcomes;
    private final Map<String, Counter> rules;

    SubmissionMetrics(MeterRegistry registry) {
        outcomes = names().collect(toMap(identity(), name -> Counter.builder("huizong.submissions")
                .description("Submissions by outcome: single ones, lines of bulk bodies, withdrawals")
                .tag("outcome", name)
                .register(registry)));
        rules = RuleCatalog.all().stream().collect(toMap(Rule::code, rule -> Counter.builder("huizong.rule.violations")
                .description("Submissions that break the rule")
                .tag("rule", rule.code())
                .tag("severity", rule.severity().name().toLowerCase(Locale.ROOT))
                .register(registry)));
    }

    private static Stream<String> names() {
        Stream<Class<?>> cases = Stream.concat(
                Stream.of(Outcome.Accepted.class), Arrays.stream(Outcome.Failure.class.getPermittedSubclasses()));
        return cases.map(type -> type == Outcome.Invalid.class ? Verdict.Fault.class : type)
                .flatMap(type -> type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.of(type))
                .map(SubmissionMetrics::name);
    }

    /** Of a constant or a class: {@code TOO_LARGE} is too_large, and {@code OutsideJurisdictions} outside_jurisdictions. */
    private static String name(Object named) {
        String name = named instanceof Class<?> type
                ? type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1")
                : named.toString();
        return name.toLowerCase(Locale.ROOT);
    }

    private static String nameOf(Outcome outcome) {
        if (outcome instanceof Outcome.Invalid invalid) {
            return name(invalid.fault());
        }
        return name(outcome instanceof Outcome.Unpublished ? outcome : outcome.getClass());
    }

    void count(Outcome outcome) {
        outcomes.get(nameOf(outcome)).increment();
        outcome
                .fold(accepted -> accepted.event().warnings(), checked -> List.<Finding>of(), Outcome.Failure::findings)
                .stream()
                .map(Finding::code)
                .distinct()
                .forEach(rule -> rules.get(rule).increment());
    }
}
