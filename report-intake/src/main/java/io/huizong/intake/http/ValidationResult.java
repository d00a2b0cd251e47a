package io.huizong.intake.http;

import java.util.List;

import io.huizong.commons.problem.Language;
import io.huizong.commons.problem.LocalizedFinding;
import io.huizong.contract.report.Period;
import io.huizong.intake.validation.Verdict;

/** The answer to a report that was only checked and breaks no rule. */
record ValidationResult(String jurisdiction, Period period, List<LocalizedFinding> warnings) {

    static ValidationResult of(Verdict.Valid report, Language language) {
        return new ValidationResult(
                report.jurisdiction().code(), report.period(), LocalizedFinding.allOf(report.warnings(), language));
    }
}
