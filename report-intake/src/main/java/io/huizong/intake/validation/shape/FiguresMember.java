package io.huizong.intake.validation.shape;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.Bilingual;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Nearest;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The codes of figures must be in the catalog and of indicators that are reported, not derived. */
public final class FiguresMember implements ObjectShape.MemberReader<ReportCandidate> {

    public static final Rule UNKNOWN = Rule.error(
            "indicator.unknown",
            "指标在目录中",
            "The indicator is in the catalog",
            "目录中没有指标 %s，相近的有：%s；目录外的数字请放入 additionalFigures",
            "There is no indicator %s, expected one such as %s; other figures go in additionalFigures");

    public static final Rule DERIVED = Rule.error(
            "indicator.derived",
            "figures 中没有 RATE 和 TOTAL 指标，它们由系统计算",
            "No RATE and no TOTAL is among the figures: they are derived",
            "%s 是%s，由系统计算，不能上报；请上报 %s%s",
            "%s is a %s, which is derived; expected its parts %s%s");

    private static final int MAX_ENTRIES = 500;

    public static final Rule TOO_MANY = Rule.error(
            "figures.too_many",
            "figures、statedRates、additionalFigures 各不超过 " + MAX_ENTRIES + " 项",
            "At most " + MAX_ENTRIES + " entries in each of figures, statedRates and additionalFigures",
            "共 %s 项，最多 " + MAX_ENTRIES + " 项",
            "There are %s entries, expected at most " + MAX_ENTRIES);

    private static final Bilingual PRINTED_PERCENTAGE =
            new Bilingual("，文件中印出的百分比放入 statedRates", ", and a printed percentage in statedRates");

    private final IndicatorCatalog catalog;
    private final List<String> reportedCodes;
    private final FigureReader figure = new FigureReader();

    public FiguresMember(IndicatorCatalog catalog) {
        this.catalog = catalog;
        this.reportedCodes = catalog.all().stream()
                .filter(indicator -> indicator.kind().isReported())
                .map(Indicator::code)
                .toList();
    }

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.OBJECT.isOf(value, at, findings) || !areFewEnough(value, at, findings)) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            Pointer place = at.to(entry.getKey());
            Indicator indicator = catalog.get(entry.getKey()).orElse(null);
            if (indicator == null) {
                findings.add(UNKNOWN, place, Quoted.shown(entry.getKey()), Nearest.to(entry.getKey(), reportedCodes));
            } else if (!indicator.kind().isReported()) {
                derived(indicator, place, findings);
            } else {
                figure.read(entry.getValue(), indicator, place, findings)
                        .ifPresent(read -> into.figures.put(indicator.code(), read));
            }
        }
    }

    /** An error if a member has more entries than it may; then the single ones are not checked. */
    static boolean areFewEnough(JsonNode entries, Pointer at, Findings findings) {
        if (entries.size() <= MAX_ENTRIES) {
            return true;
        }
        findings.add(TOO_MANY, at, entries.size());
        return false;
    }

    /** The error for an indicator that is not reported. */
    public static void derived(Indicator indicator, Pointer at, Findings findings) {
        boolean rate = indicator.kind().isPair();
        findings.add(
                DERIVED,
                at,
                indicator.code(),
                rate ? new Bilingual("比率", "rate") : new Bilingual("合计", "total"),
                String.join(", ", indicator.operands()),
                rate ? PRINTED_PERCENTAGE : new Bilingual("", ""));
    }
}
