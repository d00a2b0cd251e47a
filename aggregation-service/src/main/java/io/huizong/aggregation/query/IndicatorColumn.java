package io.huizong.aggregation.query;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorKind;

/** The heading of an indicator's column in an export. */
final class IndicatorColumn {

    private IndicatorColumn() {}

    /** What people call it, its unit, and its code for programs. */
    static String heading(Indicator indicator, ExportParameters form) {
        String unit = indicator.kind() == IndicatorKind.RATE
                ? "%"
                : form.text(indicator.unit().zh(), indicator.unit().en());
        return "%s (%s) %s"
                .formatted(form.text(indicator.label().zh(), indicator.label().en()), unit, indicator.code());
    }
}
