package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;

import io.huizong.contract.Bilingual;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Figure;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/**
 * A rule about the number of a figure.
 *
 * @param rule its sentence has the number and the indicator's label
 */
public record FigureRule(Rule rule, BiPredicate<BigDecimal, Indicator> broken) {

    public static final Rule NEGATIVE = Rule.error(
            "figure.negative",
            "数字不为负",
            "A figure is not negative",
            "%s 是负数，%s应为 0 或正数",
            "%s is negative, expected 0 or more for %s");

    public static final Rule TOO_LARGE = Rule.error(
            "figure.too_large",
            "数字不超过 10^15",
            "A figure is at most 10^15",
            "%s 超过 10^15，%s至多为 10^15",
            "%s is above 10^15, expected at most that for %s");

    public static final Rule NOT_WHOLE = Rule.error(
            "figure.not_whole",
            "COUNT、STOCK、LOCAL 指标为整数",
            "The figure of a COUNT, STOCK or LOCAL is a whole number",
            "%s 不是整数，%s应为整数",
            "%s is a fraction, expected a whole number for %s");

    public static final Rule DECIMALS = Rule.error(
            "figure.decimals",
            "AMOUNT 指标至多两位小数",
            "The figure of an AMOUNT has at most two decimals",
            "%s 小数位过多，%s至多两位小数",
            "%s has too many decimals, expected at most two for %s");

    private static final List<FigureRule> ALL = List.of(
            new FigureRule(NEGATIVE, (number, indicator) -> number.signum() < 0),
            new FigureRule(TOO_LARGE, (number, indicator) -> number.compareTo(Figure.MAXIMUM) > 0),
            new FigureRule(
                    NOT_WHOLE, (number, indicator) -> indicator.kind().decimals() == 0 && Numbers.decimals(number) > 0),
            new FigureRule(
                    DECIMALS,
                    (number, indicator) -> indicator.kind().decimals() > 0
                            && Numbers.decimals(number) > indicator.kind().decimals()));

    /** Whether the number breaks no rule; adds an error for each that it breaks. */
    static boolean hold(BigDecimal number, Indicator indicator, Pointer at, Findings findings) {
        boolean hold = true;
        Bilingual label =
                new Bilingual(indicator.label().zh(), indicator.label().en());
        for (FigureRule figureRule : ALL) {
            if (figureRule.broken.test(number, indicator)) {
                hold = false;
                findings.add(figureRule.rule, at, Quoted.shown(number), label);
            }
        }
        return hold;
    }
}
