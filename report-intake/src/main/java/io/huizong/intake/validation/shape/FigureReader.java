package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Qualifier;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;

/** Reads a figure: a bare number, or an object of a value and a qualifier. */
public final class FigureReader {

    public static final Rule UNKNOWN_QUALIFIER = Rule.error(
            "qualifier.unknown",
            "qualifier 为 EXACT、AT_LEAST 或 ABOUT",
            "qualifier is EXACT, AT_LEAST or ABOUT",
            "没有限定词 %s，应为 %s 之一",
            "There is no qualifier %s, expected one of %s");

    private static final Choice<Qualifier> QUALIFIER = new Choice<>(Qualifier.class, UNKNOWN_QUALIFIER);

    private final ObjectShape<Parts> qualified = new ObjectShape<Parts>()
            .must("value", FigureReader::readValue)
            .may(
                    "qualifier",
                    (value, at, into, findings) ->
                            into.qualifier = QUALIFIER.read(value, at, findings).orElse(null));

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
            if (FigureRule.hold(number, into.indicator, at, findings)) {
                into.value = number;
            }
        }
    }
}
