package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Report;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Nearest;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The codes of stated rates must be of rates, and the values percentages. */
public final class StatedRatesMember implements ObjectShape.MemberReader<ReportCandidate> {

    public static final Rule NOT_A_RATE = Rule.error(
            "indicator.not_a_rate",
            "statedRates 中只有 RATE 指标",
            "Only RATE indicators stand in statedRates",
            "%s 不是比率，应放入 figures；比率如：%s",
            "%s is no rate, expected it among the figures; rates are such as %s");

    public static final Rule OUT_OF_RANGE = Rule.error(
            "rate.out_of_range",
            "文件中的百分比在 0 至 " + Report.MAXIMUM_RATE + " 之间",
            "A stated rate is a percentage from 0 to " + Report.MAXIMUM_RATE,
            "%s 超出范围，百分比应在 0 至 " + Report.MAXIMUM_RATE + " 之间",
            "%s is out of range, expected a percentage from 0 to " + Report.MAXIMUM_RATE);

    public static final Rule DECIMALS = Rule.error(
            "rate.decimals",
            "文件中的百分比至多 " + Report.RATE_DECIMALS + " 位小数",
            "A stated rate has at most " + Report.RATE_DECIMALS + " decimals",
            "%s 小数位过多，至多 " + Report.RATE_DECIMALS + " 位",
            "%s has too many decimals, expected at most " + Report.RATE_DECIMALS);

    private final IndicatorCatalog catalog;
    private final List<String> rateCodes;

    public StatedRatesMember(IndicatorCatalog catalog) {
        this.catalog = catalog;
        this.rateCodes = catalog.rates().stream().map(Indicator::code).toList();
    }

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.OBJECT.isOf(value, at, findings) || !FiguresMember.areFewEnough(value, at, findings)) {
            return;
        }
        value.properties().forEach(entry -> read(entry.getKey(), entry.getValue(), at, into, findings));
    }

    private void read(String code, JsonNode value, Pointer rates, ReportCandidate into, Findings findings) {
        Pointer at = rates.to(code);
        Indicator indicator = catalog.get(code).orElse(null);
        if (indicator == null) {
            findings.add(FiguresMember.UNKNOWN, at, Quoted.shown(code), Nearest.to(code, rateCodes));
        } else if (!indicator.kind().isPair()) {
            findings.add(NOT_A_RATE, at, code, Nearest.to(code, rateCodes));
        } else if (JsonType.NUMBER.isOf(value, at, findings)) {
            BigDecimal rate = value.decimalValue();
            if (rate.signum() < 0 || rate.compareTo(Report.MAXIMUM_RATE) > 0) {
                findings.add(OUT_OF_RANGE, at, Quoted.shown(rate));
            } else if (Numbers.decimals(rate) > Report.RATE_DECIMALS) {
                findings.add(DECIMALS, at, Quoted.shown(rate));
            } else {
                into.statedRates.put(code, rate);
            }
        }
    }
}
