package io.huizong.intake.validation;

import static io.huizong.intake.validation.Reports.with;
import static io.huizong.intake.validation.Reports.withFigures;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of severity ERROR about figures refuses a report, at the place, in two languages, naming what it found. */
class FigureRefusalTest {

    static Stream<Arguments> a_figure_that_breaks_a_rule() {
        return Stream.of(
                // indicators
                arguments(
                        withFigures("\"mediation.cases_mediate\": 1"),
                        "indicator.unknown",
                        "#/figures/mediation.cases_mediate",
                        "mediation.cases_mediated"),
                arguments(
                        withFigures("\"cases_mediated\": 1"),
                        "indicator.unknown",
                        "#/figures/cases_mediated",
                        "mediation.cases_mediated"),
                arguments(
                        withFigures("\"调解/数~%\": 1"),
                        "indicator.unknown",
                        "#/figures/%E8%B0%83%E8%A7%A3~1%E6%95%B0~0%25",
                        "调解/数~%"),
                arguments(
                        withFigures("\"mediation.success_rate\": 98"),
                        "indicator.derived",
                        "#/figures/mediation.success_rate",
                        "mediation.cases_succeeded, mediation.cases_mediated"),
                arguments(
                        withFigures("\"training.sessions\": 8"),
                        "indicator.derived",
                        "#/figures/training.sessions",
                        "training.law_sessions"),
                // figures
                arguments(
                        withFigures("\"petitions.visits\": -1"), "figure.negative", "#/figures/petitions.visits", "-1"),
                arguments(
                        withFigures("\"petitions.visits\": 12.5"),
                        "figure.not_whole",
                        "#/figures/petitions.visits",
                        "12.5"),
                arguments(
                        withFigures("\"services.centre_items\": 0.5"),
                        "figure.not_whole",
                        "#/figures/services.centre_items",
                        "0.5"),
                arguments(
                        withFigures("\"petitions.visits\": 10000000000000000"),
                        "figure.too_large",
                        "#/figures/petitions.visits",
                        "10000000000000000"),
                arguments(
                        withFigures("\"petitions.visits\": 1e999999999"),
                        "figure.too_large",
                        "#/figures/petitions.visits",
                        "1E+999999999"),
                arguments(
                        withFigures("\"mediation.subsidies\": 1000000000000000.01"),
                        "figure.too_large",
                        "#/figures/mediation.subsidies",
                        "1000000000000000.01"),
                arguments(
                        withFigures("\"mediation.subsidies\": 0.001"),
                        "figure.decimals",
                        "#/figures/mediation.subsidies",
                        "0.001"),
                arguments(
                        withFigures("\"petitions.visits\": \"3\""),
                        "field.type",
                        "#/figures/petitions.visits",
                        "\"3\""),
                arguments(
                        withFigures("\"petitions.visits\": null"), "field.type", "#/figures/petitions.visits", "null"),
                arguments(
                        withFigures("\"petitions.visits\": {\"value\": -7, \"qualifier\": \"ABOUT\"}"),
                        "figure.negative",
                        "#/figures/petitions.visits/value",
                        "-7"),
                arguments(
                        withFigures("\"petitions.visits\": {\"value\": 7, \"qualifier\": \"MORE\"}"),
                        "qualifier.unknown",
                        "#/figures/petitions.visits/qualifier",
                        "MORE"),
                arguments(
                        withFigures("\"petitions.visits\": {\"qualifier\": \"ABOUT\"}"),
                        "field.missing",
                        "#/figures/petitions.visits/value",
                        "value"),
                arguments(
                        withFigures("\"petitions.visits\": {\"value\": 7, \"unit\": \"件\"}"),
                        "field.unknown",
                        "#/figures/petitions.visits/unit",
                        "unit"),
                arguments(with("\"figures\": []"), "field.type", "#/figures", "[]"),
                arguments(withFigures(entries(501)), "figures.too_many", "#/figures", "501"),
                // a part above its whole
                arguments(
                        withFigures("\"mediation.cases_succeeded\": 9, \"mediation.cases_mediated\": 8"),
                        "figure.part_above_whole",
                        "#/figures/mediation.cases_succeeded",
                        "9"),
                arguments(
                        withFigures("\"reconsideration.corrected\": 9, \"reconsideration.concluded\": 8"),
                        "figure.part_above_whole",
                        "#/figures/reconsideration.corrected",
                        "9"),
                arguments(
                        withFigures("\"litigation.losses\": 9, \"litigation.concluded\": 8"),
                        "figure.part_above_whole",
                        "#/figures/litigation.losses",
                        "9"));
    }

    private static String entries(int count) {
        StringBuilder entries = new StringBuilder("\"a0\": 1");
        for (int entry = 1; entry < count; entry++) {
            entries.append(", \"a").append(entry).append("\": 1");
        }
        return entries.toString();
    }

    @ParameterizedTest(name = "{1} at {2}")
    @MethodSource
    void a_figure_that_breaks_a_rule(String report, String code, String pointer, String named) {
        RefusalTest.assertRefused(report, code, pointer, named);
    }
}
