package io.huizong.intake.validation;

/** A jurisdiction reports only for periods in which it exists. */
record ExistsInPeriod() implements ReportRule {

    @Override
    public void check(Draft draft, Findings findings) {
        if (draft.jurisdiction != null && draft.period != null && !draft.jurisdiction.existsIn(draft.period.year())) {
            String from = draft.jurisdiction.from() == null
                    ? "…"
                    : draft.jurisdiction.from().toString();
            String until = draft.jurisdiction.until() == null
                    ? "…"
                    : draft.jurisdiction.until().toString();
            findings.error(
                    Pointer.ROOT.to("jurisdiction"),
                    "jurisdiction.not_in_period",
                    Sentence.of(
                            "%s 在 %s 不存在，应为 %s 至 %s 年间的报告期",
                            "%s does not exist in %s, expected a period in the years %s to %s",
                            draft.jurisdiction,
                            draft.period,
                            from,
                            until));
        }
    }
}
