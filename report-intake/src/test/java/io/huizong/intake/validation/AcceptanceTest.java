package io.huizong.intake.validation;

import static io.huizong.intake.validation.Reports.verdictOn;
import static io.huizong.intake.validation.Reports.with;
import static io.huizong.intake.validation.Reports.withFigures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.Bilingual;
import io.huizong.contract.report.AdditionalFigure;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.contract.report.Source;

/** A good report is accepted as it is meant; what is only odd about it is a warning. */
class AcceptanceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "110115107-2020 | -",
                "361026101-2024 | figures.none at #/figures",
                "370303005-2023 | -",
                "530181009-2021 | rate.differs_from_counts at #/statedRates/mediation.participation_rate",
                "610802-2024    | -"
            })
    void the_real_reports_are_accepted(String sample, String warning) throws IOException {
        byte[] report = Files.readAllBytes(Path.of("../docs/samples", sample + ".json"));

        Verdict verdict = Reports.VALIDATION.check(report);

        assertThat(warnings(verdict)).isEqualTo(warning == null ? List.of() : List.of(warning));
        assertThat(valid(verdict).report().jurisdiction() + "-"
                        + valid(verdict).report().period())
                .isEqualTo(sample);
    }

    @Test
    void every_part_of_a_report_is_kept() {
        Verdict verdict = verdictOn("""
                {"jurisdiction": "530181009000", "period": "2021-H2", "scope": "OWN_LEVEL", "expectedRevision": 3,
                 "figures": {"petitions.visits": 124.0, "mediation.subsidies": 0.10,
                             "publicity.events": {"value": 10, "qualifier": "AT_LEAST"}},
                 "statedRates": {"petitions.conclusion_rate": 98.75},
                 "additionalFigures": [{"label": "甲", "value": -1.5, "unit": "%"}, {"label": "甲", "value": 2}],
                 "source": {"title": "报告", "url": "https://km.gov.cn/报告?a=1", "documentDate": "2022-01-21"},
                 "remarks": ""}""");

        Report report = valid(verdict).report();
        assertThat(report.jurisdiction()).isEqualTo("530181009");
        assertThat(report.period()).isEqualTo(Period.parse("2021-H2"));
        assertThat(report.scope()).isEqualTo(Scope.OWN_LEVEL);
        assertThat(report.figures())
                .containsEntry("petitions.visits", Figure.exact(124))
                .containsEntry("mediation.subsidies", new Figure(new BigDecimal("0.1"), Qualifier.EXACT))
                .containsEntry("publicity.events", new Figure(BigDecimal.TEN, Qualifier.AT_LEAST));
        assertThat(report.statedRates()).containsEntry("petitions.conclusion_rate", new BigDecimal("98.75"));
        assertThat(report.additionalFigures())
                .containsExactly(
                        new AdditionalFigure("甲", new BigDecimal("-1.5"), "%"),
                        new AdditionalFigure("甲", BigDecimal.valueOf(2), null));
        assertThat(report.source()).isEqualTo(new Source("报告", "https://km.gov.cn/报告?a=1", LocalDate.of(2022, 1, 21)));
        assertThat(report.remarks()).isEmpty();
        assertThat(valid(verdict).expectedRevision()).isEqualTo(3);
        assertThat(warnings(verdict)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"530000, 53", "530100, 5301", "530181000, 530181", "530181009000, 530181009", "53, 53", "CN, CN"})
    void a_padded_code_is_normalised(String code, String normal) {
        assertThat(valid(verdictOn(with("\"jurisdiction\": \"" + code + "\"")))
                        .report()
                        .jurisdiction())
                .isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1e15", "1000000000000000", "1.0e3", "-0", "0e999999999"})
    void a_whole_number_of_the_range_is_taken_however_it_is_written(String number) {
        assertThat(verdictOn(withFigures("\"petitions.visits\": " + number))).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_period_can_be_reported_from_its_first_moment_in_shanghai() {
        byte[] report = with("\"period\": \"2025-07\"").getBytes(StandardCharsets.UTF_8);

        assertThat(Reports.validationAt("2025-06-30T15:59:59Z").check(report)).isInstanceOf(Verdict.Invalid.class);
        assertThat(Reports.validationAt("2025-06-30T16:00:00Z").check(report)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_jurisdiction_reports_for_the_years_in_which_it_existed() {
        assertThat(verdictOn(with("\"jurisdiction\": \"530199\", \"period\": \"2019-12\"")))
                .isInstanceOf(Verdict.Valid.class);
    }

    static Stream<Arguments> what_is_odd_is_a_warning() {
        return Stream.of(
                arguments(
                        withFigures("\"mediation.cases_succeeded\": {\"value\": 9, \"qualifier\": \"ABOUT\"},"
                                + "\"mediation.cases_mediated\": 8"),
                        "figure.part_perhaps_above_whole at #/figures/mediation.cases_succeeded"),
                arguments(
                        withFigures("\"litigation.losses\": 9,"
                                + "\"litigation.concluded\": {\"value\": 8, \"qualifier\": \"AT_LEAST\"}"),
                        "figure.part_perhaps_above_whole at #/figures/litigation.losses"),
                arguments(
                        withFigures("\"mediation.cases_mediated\": 9, \"mediation.disputes_arisen\": 8"),
                        "figure.unusually_large at #/figures/mediation.cases_mediated"),
                arguments(
                        withFigures("\"petitions.concluded\": 9, \"petitions.received\": 8"),
                        "figure.unusually_large at #/figures/petitions.concluded"),
                arguments(
                        withFigures("\"legal_aid.cases_concluded\": 9, \"legal_aid.cases_accepted\": 8"),
                        "figure.unusually_large at #/figures/legal_aid.cases_concluded"),
                arguments(
                        withFigures("\"reconsideration.concluded\": 9, \"reconsideration.accepted\": 8"),
                        "figure.unusually_large at #/figures/reconsideration.concluded"),
                arguments(
                        withFigures(
                                "\"disclosure.applications_concluded\": 9, \"disclosure.applications_received\": 8"),
                        "figure.unusually_large at #/figures/disclosure.applications_concluded"),
                arguments(
                        withFigures("\"litigation.head_appearances\": 9, \"litigation.hearings\": 8"),
                        "figure.unusually_large at #/figures/litigation.head_appearances"),
                arguments(
                        withFigures("\"mediation.committees\": 16, \"mediation.committees_township\": 1,"
                                + "\"mediation.committees_village\": 14"),
                        "figure.parts_do_not_add_up at #/figures/mediation.committees"),
                arguments(
                        withFigures("\"mediation.committees\": 16, \"mediation.committees_village\": 17"),
                        "figure.parts_do_not_add_up at #/figures/mediation.committees"),
                arguments(
                        with("\"statedRates\": {\"petitions.conclusion_rate\": 0.98}"),
                        "rate.perhaps_fraction at #/statedRates/petitions.conclusion_rate"),
                arguments(with("\"figures\": {}"), "figures.none at #/figures"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void what_is_odd_is_a_warning(String report, String warning) {
        Verdict verdict = verdictOn(report);

        assertThat(warnings(verdict)).containsExactly(warning);
        Bilingual detail = valid(verdict).warnings().get(0).detail();
        assertThat(detail.zh()).containsPattern("\\p{IsHan}");
        assertThat(detail.en()).isNotBlank().isNotEqualTo(detail.zh());
    }

    static Stream<String> what_is_within_bounds_is_not_odd() {
        return Stream.of(
                withFigures("\"mediation.cases_succeeded\": 8, \"mediation.cases_mediated\": 8"),
                withFigures("\"mediation.committees\": 16, \"mediation.committees_village\": 15"),
                withFigures("\"mediation.committees\": {\"value\": 30, \"qualifier\": \"AT_LEAST\"},"
                        + "\"mediation.committees_village\": 20, \"mediation.committees_township\": 1"),
                with("\"figures\": {\"petitions.concluded\": 2, \"petitions.received\": 3},"
                        + "\"statedRates\": {\"petitions.conclusion_rate\": 66.6}"),
                with("\"figures\": {\"petitions.concluded\": 0, \"petitions.received\": 0},"
                        + "\"statedRates\": {\"petitions.conclusion_rate\": 0}"),
                with("\"figures\": {}, \"additionalFigures\": [{\"label\": \"甲\", \"value\": 1}]"));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_within_bounds_is_not_odd(String report) {
        assertThat(warnings(verdictOn(report))).isEmpty();
    }

    private static Verdict.Valid valid(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return (Verdict.Valid) verdict;
    }

    private static List<String> warnings(Verdict verdict) {
        return valid(verdict).warnings().stream()
                .map(warning -> warning.code() + " at " + warning.pointer())
                .toList();
    }
}
