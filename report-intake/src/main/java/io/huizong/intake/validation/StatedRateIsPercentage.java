package io.huizong.intake.validation;

import java.math.BigDecimal;

/** A stated rate above 0 and up to 1 was perhaps meant as a fraction. */
record StatedRateIsPercentage() implements ReportRule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.statedRates.forEach((code, rate) -> {
            if (rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) <= 0) {
                findings.warning(
                        Pointer.ROOT.to("statedRates").to(code),
                        "rate.perhaps_fraction",
                        Sentence.of(
                                "%s 按 %s%% 处理；应填百分比，若原文是比值请乘以 100",
                                "%s was taken as %s%%, expected a percentage; if it is a fraction, multiply it by 100",
                                Sentence.shown(rate),
                                Sentence.shown(rate)));
            }
        });
    }
}
