package io.huizong.intake.validation;

import java.math.BigDecimal;

/** A stated rate above 0 and up to 1 was perhaps meant as a fraction. */
record StatedRateIsPercentage() implements ReportRule {

    static final Rule PERHAPS_FRACTION = Rule.warning(
            "rate.perhaps_fraction",
            "文件中的百分比大于 1，或为 0",
            "A stated rate is above 1, or 0",
            "%1$s 按 %1$s%% 处理；应填百分比，若原文是比值请乘以 100",
            "%1$s was taken as %1$s%%, expected a percentage; if it is a fraction, multiply it by 100");

    @Override
    public void check(Draft draft, Findings findings) {
        draft.statedRates.forEach((code, rate) -> {
            if (rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) <= 0) {
                findings.add(PERHAPS_FRACTION, Pointer.ROOT.to("statedRates").to(code), Sentence.shown(rate));
            }
        });
    }
}
