package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.report.AdditionalFigure;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Figures without an indicator: each has a label and a number. */
public final class AdditionalFiguresMember implements ObjectShape.MemberReader<ReportCandidate> {

    public static final Rule NO_LABEL = Rule.error(
            "additional_figure.no_label",
            "目录外的数字写明名称",
            "An additional figure says what it is",
            "名称 %s 为空，应写明是什么数字",
            "The label %s is blank, expected what the figure is");

    public static final Rule OUT_OF_RANGE = Rule.error(
            "additional_figure.out_of_range",
            "目录外的数字在 -10^15 至 10^15 之间",
            "An additional figure is from -10^15 to 10^15",
            "%s 超出范围，应在 -10^15 至 10^15 之间",
            "%s is out of range, expected -10^15 to 10^15");

    public static final Rule DECIMALS = Rule.error(
            "additional_figure.decimals",
            "目录外的数字至多 " + AdditionalFigure.DECIMALS + " 位小数",
            "An additional figure has at most " + AdditionalFigure.DECIMALS + " decimals",
            "%s 小数位过多，至多 " + AdditionalFigure.DECIMALS + " 位",
            "%s has too many decimals, expected at most " + AdditionalFigure.DECIMALS);

    public static final Rule DUPLICATE = Rule.error(
            "additional_figure.duplicate",
            "同一名称和单位只出现一次",
            "Each label and unit appears once",
            "%s 重复出现，同一名称和单位只能出现一次",
            "%s appears here a second time, expected each label and unit once");

    private final ObjectShape<Parts> shape = new ObjectShape<Parts>()
            .must("label", AdditionalFiguresMember::readLabel)
            .must("value", AdditionalFiguresMember::readValue)
            .may("unit", Texts.into((parts, unit) -> parts.unit = unit));

    private static final class Parts {

        String label;
        BigDecimal value;
        String unit;
    }

    private record Name(String label, String unit) {}

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.ARRAY.isOf(value, at, findings) || !FiguresMember.areFewEnough(value, at, findings)) {
            return;
        }
        Set<Name> names = new HashSet<>();
        for (int index = 0; index < value.size(); index++) {
            Parts parts = new Parts();
            shape.read(value.get(index), at.to(index), parts, findings);
            if (parts.label != null && !names.add(new Name(parts.label, parts.unit))) {
                findings.add(DUPLICATE, at.to(index), Quoted.shown(parts.label));
            } else if (parts.label != null && parts.value != null) {
                into.additionalFigures.add(new AdditionalFigure(parts.label, parts.value, parts.unit));
            }
        }
    }

    private static void readLabel(JsonNode value, Pointer at, Parts into, Findings findings) {
        into.label = Texts.read(value, at, findings).orElse(null);
        if (into.label != null && into.label.isBlank()) {
            findings.add(NO_LABEL, at, Quoted.shown(value));
            into.label = null;
        }
    }

    private static void readValue(JsonNode value, Pointer at, Parts into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.abs().compareTo(AdditionalFigure.MAXIMUM) > 0) {
            findings.add(OUT_OF_RANGE, at, Quoted.shown(number));
        } else if (Numbers.decimals(number) > AdditionalFigure.DECIMALS) {
            findings.add(DECIMALS, at, Quoted.shown(number));
        } else {
            into.value = number;
        }
    }
}
