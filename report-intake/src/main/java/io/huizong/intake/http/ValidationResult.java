package io.huizong.intake.http;

import java.util.List;

import io.huizong.commons.problem.Language;
import io.huizong.commons.problem.LocalizedFinding;
import io.huizong.contract.report.Period;
import io.huizong.intake.validation.Verdict;

/** What the sender of a report that was only to be checked, and keeps the rules, gets: a receipt without a submission. */
record ValidationResult(String jurisdiction, Period period, List<LocalizedFinding> warnings) {

    static ValidationResult of(Verdict.Valid report, Language language) {
        return new ValidationResult(
                report.jurisdiction().code(), report.period(), LocalizedFinding.allOf(report.warnings(), language));
    }
}
