package io.huizong.intake.validation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.event.Warning;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;

/** Figures stand under codes of the catalog whose indicators are reported, not derived. */
final class FiguresMember implements MemberReader<Draft> {

    private final IndicatorCatalog catalog;
    private final List<String> reportedCodes;
    private final FigureReader figure = new FigureReader();

    FiguresMember(IndicatorCatalog catalog) {
        this.catalog = catalog;
        this.reportedCodes = catalog.all().stream()
                .filter(indicator -> indicator.kind().isReported())
                .map(Indicator::code)
                .toList();
    }

    @Override
    public void read(JsonNode value, Pointer at, Draft into, Findings findings) {
        if (!JsonType.OBJECT.isOf(value, at, findings) || !Entries.areFewEnough(value, at, findings)) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            Pointer place = at.to(entry.getKey());
            Indicator indicator = catalog.get(entry.getKey()).orElse(null);
            if (indicator == null) {
                findings.error(place, "indicator.unknown", unknown(entry.getKey(), reportedCodes));
            } else if (!indicator.kind().isReported()) {
                findings.error(place, "indicator.derived", derived(indicator));
            } else {
                figure.read(entry.getValue(), indicator, place, findings)
                        .ifPresent(read -> into.figures.put(indicator.code(), read));
            }
        }
    }

    /** The sentence on a code that is not in the catalog. */
    static Warning.Detail unknown(String code, List<String> known) {
        return Sentence.of(
                "目录中没有指标 %s，相近的有：%s；目录外的数字请放入 additionalFigures",
                "There is no indicator %s, expected one such as %s; other figures go in additionalFigures",
                Sentence.shown(code),
                Nearest.to(code, known));
    }

    private static Warning.Detail derived(Indicator indicator) {
        String parts = String.join(", ", indicator.operands());
        return indicator.kind() == IndicatorKind.RATE
                ? Sentence.of(
                        "%s 是比率，不能作为数字上报；请上报 %s，文件中印出的百分比放入 statedRates",
                        "%s is a rate, which is derived; expected its counts %s, and a printed percentage in statedRates",
                        indicator.code(),
                        parts)
                : Sentence.of(
                        "%s 是合计，由系统计算；请上报 %s",
                        "%s is a total, which is derived; expected its parts %s", indicator.code(), parts);
    }
}
