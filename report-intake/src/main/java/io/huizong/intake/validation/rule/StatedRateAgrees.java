package io.huizong.intake.validation.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Figure;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** A stated rate should agree with its counts within 0.1 percentage points. */
public record StatedRateAgrees(List<Indicator> rates) implements ReportRule {

    public static final Rule STATED_RATE_DISAGREES = Rule.warning(
            "rate.differs_from_counts",
            "文件中的百分比与所报数字相差不超过 0.1 个百分点",
            "A stated rate is within 0.1 points of what its counts give",
            "%s%% 与所报数字不符：%s / %s 为 %s%%",
            "%s%% is not what the counts give, expected %s / %s = %s%%");

    private static final BigDecimal TOLERANCE = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public void check(ReportCandidate report, Findings findings) {
        if (report.statedRates.isEmpty()) {
            return;
        }
        for (Indicator rate : rates) {
            BigDecimal stated = report.statedRates.get(rate.code());
            Figure numerator = report.figures.get(rate.numerator());
            Figure denominator = report.figures.get(rate.denominator());
            if (stated != null
                    && numerator != null
                    && denominator != null
                    && denominator.value().signum() > 0) {
                check(rate, stated, numerator.value(), denominator.value(), findings);
            }
        }
    }

    private static void check(
            Indicator rate, BigDecimal stated, BigDecimal numerator, BigDecimal denominator, Findings findings) {
        // |100 n / d - stated| > tolerance without the rounding of a division.
        BigDecimal apart = HUNDRED.multiply(numerator)
                .subtract(stated.multiply(denominator))
                .abs();
        if (apart.compareTo(TOLERANCE.multiply(denominator)) > 0) {
            BigDecimal counted = HUNDRED.multiply(numerator).divide(denominator, 2, RoundingMode.HALF_UP);
            findings.add(
                    STATED_RATE_DISAGREES,
                    Pointer.ROOT.to("statedRates").to(rate.code()),
                    Quoted.shown(stated),
                    Quoted.shown(numerator),
                    Quoted.shown(denominator),
                    counted);
        }
    }
}
