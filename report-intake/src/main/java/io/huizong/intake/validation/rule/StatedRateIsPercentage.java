package io.huizong.intake.validation.rule;

import java.math.BigDecimal;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** A stated rate above 0 and up to 1 may be a fraction instead of a percentage. */
public record StatedRateIsPercentage() implements ReportRule {

    public static final Rule PERHAPS_FRACTION = Rule.warning(
            "rate.perhaps_fraction",
            "文件中的百分比大于 1，或为 0",
            "A stated rate is above 1, or 0",
            "%1$s 按 %1$s%% 处理；应填百分比，若原文是比值请乘以 100",
            "%1$s was taken as %1$s%%, expected a percentage; if it is a fraction, multiply it by 100");

    @Override
    public void check(ReportCandidate report, Findings findings) {
        report.statedRates.forEach((code, rate) -> {
            if (rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) <= 0) {
                findings.add(PERHAPS_FRACTION, Pointer.ROOT.to("statedRates").to(code), Quoted.shown(rate));
            }
        });
    }
}
