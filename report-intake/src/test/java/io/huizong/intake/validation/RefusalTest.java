package io.huizong.intake.validation;

import static io.huizong.intake.validation.Reports.verdictOn;
import static io.huizong.intake.validation.Reports.with;
import static io.huizong.intake.validation.Reports.withFigures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.huizong.contract.Finding;

/** Each rule of severity ERROR refuses a report, at the place, in two languages, naming what it found. */
class RefusalTest {

    private static final String LONG = "长".repeat(4001);

    static Stream<Arguments> a_report_that_breaks_a_rule() {
        return Stream.of(
                // jurisdiction and period
                arguments(with("\"jurisdiction\": \"999999\""), "jurisdiction.unknown", "#/jurisdiction", "999999"),
                arguments(with("\"jurisdiction\": \"110100\""), "jurisdiction.unknown", "#/jurisdiction", "110100"),
                arguments(
                        with("\"jurisdiction\": \"530199\""), "jurisdiction.not_in_period", "#/jurisdiction", "530199"),
                arguments(with("\"jurisdiction\": 530181"), "field.type", "#/jurisdiction", "530181"),
                arguments(with("\"jurisdiction\": null"), "field.type", "#/jurisdiction", "null"),
                arguments(with("\"period\": \"2021-13\""), "period.malformed", "#/period", "2021-13"),
                arguments(with("\"period\": \"1948\""), "period.malformed", "#/period", "1948"),
                arguments(with("\"period\": 2021"), "field.type", "#/period", "2021"),
                arguments(with("\"period\": \"2025-07\""), "period.not_begun", "#/period", "2025-07"),
                arguments(with("\"period\": \"2026\""), "period.not_begun", "#/period", "2026"),
                // stated rates
                arguments(
                        with("\"statedRates\": {\"petitions.visits\": 3}"),
                        "indicator.not_a_rate",
                        "#/statedRates/petitions.visits",
                        "petitions.visits"),
                arguments(
                        with("\"statedRates\": {\"mediation.sucess_rate\": 3}"),
                        "indicator.unknown",
                        "#/statedRates/mediation.sucess_rate",
                        "mediation.success_rate"),
                arguments(
                        with("\"statedRates\": {\"mediation.success_rate\": 200.5}"),
                        "rate.out_of_range",
                        "#/statedRates/mediation.success_rate",
                        "200.5"),
                arguments(
                        with("\"statedRates\": {\"mediation.success_rate\": -1}"),
                        "rate.out_of_range",
                        "#/statedRates/mediation.success_rate",
                        "-1"),
                arguments(
                        with("\"statedRates\": {\"mediation.success_rate\": 98.12345}"),
                        "rate.decimals",
                        "#/statedRates/mediation.success_rate",
                        "98.12345"),
                arguments(
                        with("\"statedRates\": {\"mediation.success_rate\": \"98%\"}"),
                        "field.type",
                        "#/statedRates/mediation.success_rate",
                        "98%"),
                // additional figures
                arguments(with("\"additionalFigures\": {}"), "field.type", "#/additionalFigures", "{}"),
                arguments(
                        with("\"additionalFigures\": [{\"value\": 1}]"),
                        "field.missing",
                        "#/additionalFigures/0/label",
                        "label"),
                arguments(
                        with("\"additionalFigures\": [{\"label\": \" \", \"value\": 1}]"),
                        "additional_figure.no_label",
                        "#/additionalFigures/0/label",
                        "\" \""),
                arguments(
                        with("\"additionalFigures\": [{\"label\": \"甲\", \"value\": 1e16}]"),
                        "additional_figure.out_of_range",
                        "#/additionalFigures/0/value",
                        "10000000000000000"),
                arguments(
                        with("\"additionalFigures\": [{\"label\": \"甲\", \"value\": 0.1234567}]"),
                        "additional_figure.decimals",
                        "#/additionalFigures/0/value",
                        "0.1234567"),
                arguments(
                        with(
                                "\"additionalFigures\": [{\"label\": \"甲\", \"value\": 1}, {\"label\": \"甲\", \"value\": 2}]"),
                        "additional_figure.duplicate",
                        "#/additionalFigures/1",
                        "甲"),
                arguments(
                        with("\"additionalFigures\": [{\"label\": \"甲\", \"value\": 1, \"unit\": \"" + LONG + "\"}]"),
                        "text.too_long",
                        "#/additionalFigures/0/unit",
                        "4001"),
                // the rest
                arguments(with("\"scope\": \"ALL\""), "scope.unknown", "#/scope", "ALL"),
                arguments(with("\"scope\": true"), "field.type", "#/scope", "true"),
                arguments(
                        with("\"expectedRevision\": -1"), "expected_revision.out_of_range", "#/expectedRevision", "-1"),
                arguments(
                        with("\"expectedRevision\": 1.5"),
                        "expected_revision.out_of_range",
                        "#/expectedRevision",
                        "1.5"),
                arguments(
                        with("\"source\": {\"documentDate\": \"2022-02-30\"}"),
                        "source.document_date",
                        "#/source/documentDate",
                        "2022-02-30"),
                arguments(
                        with("\"source\": {\"documentDate\": \"2022/01/21\"}"),
                        "source.document_date",
                        "#/source/documentDate",
                        "2022/01/21"),
                arguments(
                        with("\"source\": {\"url\": \"ftp://km.gov.cn/a\"}"),
                        "source.url",
                        "#/source/url",
                        "ftp://km.gov.cn/a"),
                arguments(with("\"source\": {\"url\": \"http:\"}"), "source.url", "#/source/url", "http:"),
                arguments(with("\"source\": {\"link\": \"x\"}"), "field.unknown", "#/source/link", "link"),
                arguments(with("\"source\": \"文件\""), "field.type", "#/source", "文件"),
                arguments(with("\"remarks\": \"" + LONG + "\""), "text.too_long", "#/remarks", "4001"),
                arguments(with("\"remark\": \"x\""), "field.unknown", "#/remark", "remarks"),
                arguments("{\"jurisdiction\": \"530181\", \"figures\": {}}", "field.missing", "#/period", "period"),
                arguments(with("\"remarks\": [[[[[[[[1]]]]]]]]"), "json.too_deep", "#/remarks/0/0/0/0/0/0/0", "8"),
                arguments(
                        withFigures("\"petitions.visits\": " + "9".repeat(1001)),
                        "json.number_too_long",
                        "#/figures/petitions.visits",
                        "1000"));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @MethodSource
    void a_report_that_breaks_a_rule(String report, String code, String pointer, String named) {
        assertRefused(report, code, pointer, named);
    }

    /** Refused for just that reason at that place, in sentences that name the value. */
    static void assertRefused(String report, String code, String pointer, String named) {
        Verdict verdict = verdictOn(report);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> assertThat(invalid.fault())
                .isEqualTo(Verdict.Fault.REFUSED));
        List<Finding> violations = ((Verdict.Invalid) verdict).findings();
        assertThat(violations).hasSize(1);
        Finding violation = violations.get(0);
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.pointer()).isEqualTo(pointer);
        assertThat(violation.detail().zh()).contains(named).containsPattern("\\p{IsHan}");
        assertThat(violation.detail().en()).contains(named).contains("expected");
    }

    @Test
    void all_problems_of_a_report_are_told_at_once() {
        Verdict verdict = verdictOn("""
                {"period": "2099", "scope": "SOME", "figures": {"petitions.visits": -1, "petitions.recieved": 2,
                 "litigation.losses": 3, "litigation.concluded": 2}, "extra": 1}""");

        assertThat(((Verdict.Invalid) verdict).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "field.missing",
                        "period.not_begun",
                        "scope.unknown",
                        "figure.negative",
                        "indicator.unknown",
                        "figure.part_above_whole",
                        "field.unknown");
    }

    @Test
    void a_refused_report_still_says_whose_it_is() {
        Verdict verdict = verdictOn(with("\"jurisdiction\": \"530181000\", \"scope\": \"SOME\""));

        assertThat(((Verdict.Invalid) verdict).jurisdiction().code()).isEqualTo("530181");
    }

    @Test
    void a_long_value_is_shortened_in_the_sentence() {
        Verdict verdict = verdictOn(with("\"jurisdiction\": \"" + "9".repeat(5000) + "\""));

        assertThat(((Verdict.Invalid) verdict).findings().get(0).detail().en())
                .contains("999…")
                .hasSizeLessThan(300);
    }

    @Test
    void errors_without_end_are_told_up_to_a_thousand() {
        StringBuilder fields = new StringBuilder("\"f0\": 1");
        for (int field = 1; field < 5000; field++) {
            fields.append(", \"f").append(field).append("\": 1");
        }

        Verdict verdict = verdictOn(with(fields.toString()));

        assertThat(((Verdict.Invalid) verdict).findings()).hasSize(1000);
    }
}
