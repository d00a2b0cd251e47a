package io.huizong.intake.validation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.report.AdditionalFigure;

/** Figures without an indicator: each has a label of its own and a number. */
final class AdditionalFiguresMember implements MemberReader<Draft> {

    private final ObjectShape<Parts> shape = new ObjectShape<Parts>()
            .must("label", AdditionalFiguresMember::readLabel)
            .must("value", AdditionalFiguresMember::readValue)
            .may("unit", (value, at, into, findings) -> Text.read(value, at, findings)
                    .ifPresent(unit -> into.unit = unit));

    private static final class Parts {

        String label;
        BigDecimal value;
        String unit;
    }

    private record Name(String label, String unit) {}

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.ARRAY.isOf(value, at, findings) || !Entries.areFewEnough(value, at, findings)) {
            return;
        }
        Set<Name> names = new HashSet<>();
        for (int index = 0; index < value.size(); index++) {
            Parts parts = new Parts();
            shape.read(value.get(index), at.to(index), parts, findings);
            if (parts.label != null && !names.add(new Name(parts.label, parts.unit))) {
                findings.error(
                        at.to(index),
                        "additional_figure.duplicate",
                        Sentence.of(
                                "%s 重复出现，同一名称和单位只能出现一次",
                                "%s stands here a second time, expected each label and unit once",
                                Sentence.shown(parts.label)));
            } else if (parts.label != null && parts.value != null) {
                into.additionalFigures.add(new AdditionalFigure(parts.label, parts.value, parts.unit));
            }
        }
    }

    private static void readLabel(JsonNode value, Pointer at, Parts into, Findings findings) {
        into.label = Text.read(value, at, findings).orElse(null);
        if (into.label != null && into.label.isBlank()) {
            findings.error(
                    at,
                    "additional_figure.no_label",
                    Sentence.of(
                            "名称 %s 为空，应写明是什么数字",
                            "The label %s is blank, expected what the figure is", Sentence.shown(value)));
            into.label = null;
        }
    }

    private static void readValue(JsonNode value, Pointer at, Parts into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.abs().compareTo(AdditionalFigure.MAXIMUM) > 0) {
            findings.error(
                    at,
                    "additional_figure.out_of_range",
                    Sentence.of(
                            "%s 超出范围，应在 -10^15 至 10^15 之间",
                            "%s is out of range, expected -10^15 to 10^15", Sentence.shown(number)));
        } else if (Numbers.decimals(number) > AdditionalFigure.DECIMALS) {
            findings.error(
                    at,
                    "additional_figure.decimals",
                    Sentence.of(
                            "%s 小数位过多，至多 %d 位",
                            "%s has too many decimals, expected at most %d",
                            Sentence.shown(number),
                            AdditionalFigure.DECIMALS));
        } else {
            into.value = number;
        }
    }
}
