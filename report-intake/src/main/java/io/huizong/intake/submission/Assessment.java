package io.huizong.intake.submission;

import java.util.List;

import io.huizong.contract.report.Period;
import io.huizong.intake.problem.Finding;
import io.huizong.intake.problem.Language;
import io.huizong.intake.validation.Verdict;

/** What the sender of a report that was only to be checked, and keeps the rules, gets: a receipt without a submission. */
record Assessment(String jurisdiction, Period period, List<Finding> warnings) {

    static Assessment of(Verdict.Valid report, Language language) {
        return new Assessment(
                report.jurisdiction().code(), report.period(), Finding.allOf(report.warnings(), language));
    }
}
