package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Qualifier;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Reads a figure: a bare number, or an object of a value and a qualifier. */
public final class FigureReader {

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

    public static final Rule UNKNOWN_QUALIFIER = Rule.error(
            "qualifier.unknown",
            "qualifier 为 EXACT、AT_LEAST 或 ABOUT",
            "qualifier is EXACT, AT_LEAST or ABOUT",
            "没有限定词 %s，应为 %s 之一",
            "There is no qualifier %s, expected one of %s");

    private final ObjectShape<Parts> qualified = new ObjectShape<Parts>()
            .must("value", FigureReader::readValue)
            .may(
                    "qualifier",
                    (value, at, into, findings) ->
                            into.qualifier = Texts.word(Qualifier.class, UNKNOWN_QUALIFIER, value, at, findings)
                                    .orElse(null));

    private static final class Parts {

        final Indicator indicator;
        BigDecimal value;
        Qualifier qualifier = Qualifier.EXACT;

        Parts(Indicator indicator) {
            this.indicator = indicator;
        }
    }

    Optional<Figure> read(JsonNode value, Indicator indicator, Pointer at, Findings findings) {
        Parts parts = new Parts(indicator);
        if (value.isObject()) {
            qualified.read(value, at, parts, findings);
        } else {
            readValue(value, at, parts, findings);
        }
        return parts.value == null || parts.qualifier == null
                ? Optional.empty()
                : Optional.of(new Figure(parts.value, parts.qualifier));
    }

    private static void readValue(JsonNode value, Pointer at, Parts into, Findings findings) {
        if (JsonType.NUMBER.isOf(value, at, findings)) {
            BigDecimal number = value.decimalValue();
            List<Rule> broken = brokenBy(number, into.indicator.kind().decimals());
            broken.forEach(rule -> findings.add(rule, at, Quoted.shown(number), into.indicator.label()));
            into.value = broken.isEmpty() ? number : null;
        }
    }

    private static List<Rule> brokenBy(BigDecimal number, int maxDecimals) {
        List<Rule> broken = new ArrayList<>(0);
        if (number.signum() < 0) {
            broken.add(NEGATIVE);
        }
        if (number.compareTo(Figure.MAXIMUM) > 0) {
            broken.add(TOO_LARGE);
        }
        if (Numbers.decimals(number) > maxDecimals) {
            broken.add(maxDecimals == 0 ? NOT_WHOLE : DECIMALS);
        }
        return broken;
    }
}
