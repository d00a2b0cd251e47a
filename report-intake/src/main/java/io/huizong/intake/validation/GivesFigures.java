package io.huizong.intake.validation;

import io.huizong.contract.event.Warning;

/** A report without any number is odd, but a report. */
record GivesFigures() implements ReportRule {

    @Override
    public void check(Draft draft, Findings findings) {
        if (draft.figures.isEmpty() && draft.statedRates.isEmpty() && draft.additionalFigures.isEmpty()) {
            findings.warning(
                    Pointer.ROOT.to("figures"),
                    "figures.none",
                    new Warning.Detail(
                            "{} 中没有任何数字，报告通常至少有一项", "{} holds no figure at all, expected at least one in a report"));
        }
    }
}
