package io.huizong.intake.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;

import io.huizong.contract.event.Warning;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Figure;

/**
 * What must not be so about the number of a figure. In the sentences the first value is the number, the second the
 * indicator's label.
 */
record FigureRule(String code, BiPredicate<BigDecimal, Indicator> broken, String zh, String en) {

    private static final List<FigureRule> ALL = List.of(
            new FigureRule(
                    "figure.negative",
                    (number, indicator) -> number.signum() < 0,
                    "%s 是负数，%s应为 0 或正数",
                    "%s is negative, expected 0 or more for %s"),
            new FigureRule(
                    "figure.too_large",
                    (number, indicator) -> number.compareTo(Figure.MAXIMUM) > 0,
                    "%s 超过 10^15，%s至多为 10^15",
                    "%s is above 10^15, expected at most that for %s"),
            new FigureRule(
                    "figure.not_whole",
                    (number, indicator) -> indicator.kind().decimals() == 0 && Numbers.decimals(number) > 0,
                    "%s 不是整数，%s应为整数",
                    "%s is a fraction, expected a whole number for %s"),
            new FigureRule(
                    "figure.decimals",
                    (number, indicator) -> indicator.kind().decimals() > 0
                            && Numbers.decimals(number) > indicator.kind().decimals(),
                    "%s 小数位过多，%s至多两位小数",
                    "%s has too many decimals, expected at most two for %s"));

    /** Whether the number breaks no rule; an error for each that it breaks. */
    static boolean hold(BigDecimal number, Indicator indicator, Pointer at, Findings findings) {
        boolean hold = true;
        for (FigureRule rule : ALL) {
            if (rule.broken.test(number, indicator)) {
                hold = false;
                findings.error(at, rule.code, rule.sentence(number, indicator));
            }
        }
        return hold;
    }

    private Warning.Detail sentence(BigDecimal number, Indicator indicator) {
        String shown = Sentence.shown(number);
        return new Warning.Detail(
                zh.formatted(shown, indicator.label().zh()),
                en.formatted(shown, indicator.label().en()));
    }
}
