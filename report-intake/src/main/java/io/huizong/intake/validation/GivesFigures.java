package io.huizong.intake.validation;

/** A report without any number is odd, but a report. */
record GivesFigures() implements ReportRule {

    static final Rule NONE = Rule.warning(
            "figures.none",
            "报告至少有一项数字",
            "A report holds at least one figure",
            "{} 中没有任何数字，报告通常至少有一项",
            "{} holds no figure at all, expected at least one in a report");

    @Override
    public void check(Draft draft, Findings findings) {
        if (draft.figures.isEmpty() && draft.statedRates.isEmpty() && draft.additionalFigures.isEmpty()) {
            findings.add(NONE, Pointer.ROOT.to("figures"));
        }
    }
}
