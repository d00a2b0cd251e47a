package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.Origin;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** Under a key, the same content has the same id however it is written, and anything else has another. */
class SubmissionIdsTest {

    private static final DivisionTree DIVISIONS = DivisionTree.bundled();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-30T04:00:00Z"), Period.ZONE);
    private static final ReportValidation REPORTS = new ReportValidation(DIVISIONS, IndicatorCatalog.bundled(), CLOCK);

    private static final Origin ORIGIN = new Origin("kunming", "k", null);
    private static final String REPORT = """
            {"jurisdiction": "530181", "period": "2021", "expectedRevision": 2,
             "figures": {"petitions.visits": 124, "petitions.received": {"value": 3600, "qualifier": "AT_LEAST"}},
             "statedRates": {"petitions.conclusion_rate": 98.5, "mediation.success_rate": 100},
             "additionalFigures": [{"label": "甲", "value": 1}, {"label": "乙", "value": 2}],
             "source": {"title": "报告", "documentDate": "2022-01-21"}, "remarks": "r"}""";

    private final SubmissionIds ids = new SubmissionIds();

    private static Verdict.Acceptable report(String json) {
        return (Verdict.Acceptable) REPORTS.check(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict.Acceptable withdrawal(String period, String... expectedRevision) {
        return (Verdict.Acceptable) REPORTS.checkWithdrawal(
                "530181",
                period,
                expectedRevision.length == 0 ? Map.of() : Map.of("expectedRevision", List.of(expectedRevision)));
    }

    private UUID id(String json) {
        return ids.idOf(report(json), ORIGIN);
    }

    private UUID idFrom(String client, String key, Long line) {
        return ids.idOf(report(REPORT), new Origin(client, key, line));
    }

    @Test
    void an_id_stays_what_it_was_in_earlier_editions() {
        assertThat(id(REPORT)).hasToString("6c8ae23e-53e9-58bc-82fa-2717f667d50e");
        assertThat(ids.idOf(withdrawal("2021"), ORIGIN)).hasToString("f31faa47-9f49-596a-ac22-ff0181935c07");
    }

    @Test
    void without_a_key_each_submission_has_an_id_of_its_own() {
        UUID first = ids.idOf(report(REPORT), Origin.of("kunming"));
        UUID second = ids.idOf(report(REPORT), Origin.of("kunming"));

        assertThat(first.version()).isEqualTo(7);
        assertThat(second.version()).isEqualTo(7);
        assertThat(first).isNotEqualTo(second);
    }

    static Stream<String> the_form_of_a_report_does_not_matter() {
        return Stream.of(
                REPORT.replaceAll("\\s+", ""),
                REPORT.replace("\"530181\"", "\"530181000000\""),
                REPORT.replace(": 124,", ": 124.0,"),
                REPORT.replace(": 124,", ": 1.24e2,"),
                REPORT.replace(": 124,", ": {\"value\": 124, \"qualifier\": \"EXACT\"},"),
                REPORT.replace("3600", "36e2"),
                REPORT.replace("98.5,", "98.5000,"),
                REPORT.replace(": 100}", ": 1e2}"),
                REPORT.replace("\"expectedRevision\": 2", "\"expectedRevision\": 2.0"),
                REPORT.replace("\"period\"", "\"scope\": \"WHOLE_AREA\", \"period\""),
                REPORT.replace("\"remarks\"", "\"r\\u0065marks\""),
                """
                {"remarks": "r", "source": {"documentDate": "2022-01-21", "title": "报告"},
                 "additionalFigures": [{"value": 1.0, "label": "甲"}, {"label": "\\u4e59", "value": 2}],
                 "statedRates": {"mediation.success_rate": 100, "petitions.conclusion_rate": 98.5},
                 "figures": {"petitions.received": {"qualifier": "AT_LEAST", "value": 3600}, "petitions.visits": 124},
                 "expectedRevision": 2, "period": "2021", "jurisdiction": "530181"}""");
    }

    @ParameterizedTest
    @MethodSource
    void the_form_of_a_report_does_not_matter(String form) {
        assertThat(id(form)).isEqualTo(id(REPORT));
    }

    static Stream<String> any_difference_in_a_report_makes_another_id() {
        return Stream.of(
                REPORT.replace("530181", "5301"),
                REPORT.replace("\"2021\"", "\"2021-H1\""),
                REPORT.replace("\"expectedRevision\": 2,", ""),
                REPORT.replace("\"expectedRevision\": 2", "\"expectedRevision\": 0"),
                REPORT.replace("\"period\"", "\"scope\": \"OWN_LEVEL\", \"period\""),
                REPORT.replace("124", "125"),
                REPORT.replace("petitions.visits", "training.law_sessions"),
                REPORT.replace("AT_LEAST", "ABOUT"),
                REPORT.replace("98.5", "98.51"),
                REPORT.replace(", \"mediation.success_rate\": 100", ""),
                REPORT.replace("甲", "丙"),
                REPORT.replace("{\"label\": \"甲\", \"value\": 1}, ", ""),
                REPORT.replace("\"value\": 2}", "\"value\": 2, \"unit\": \"件\"}"),
                REPORT.replace("2022-01-21", "2022-01-22"),
                REPORT.replace("\"r\"", "\"R\""),
                REPORT.replace(", \"remarks\": \"r\"", ""));
    }

    @ParameterizedTest
    @MethodSource
    void any_difference_in_a_report_makes_another_id(String other) {
        assertThat(id(other)).isNotEqualTo(id(REPORT));
    }

    @Test
    void another_client_key_or_line_makes_another_id() {
        assertThat(Stream.of(
                        idFrom("kunming", "k", null),
                        idFrom("Kunming", "k", null),
                        idFrom("kunming", "K", null),
                        idFrom("kunming", "k", 1L),
                        idFrom("kunming", "k", 2L)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "\"", "\\", ",", "\",\"", "\u0000", "\n", " "})
    void where_client_ends_and_key_begins_is_never_in_doubt(String between) {
        assertThat(Stream.of(
                        idFrom("a", "b" + between + "c", null),
                        idFrom("a" + between + "b", "c", null),
                        idFrom("a" + between + "b" + between + "c", "", null),
                        idFrom("", "a" + between + "b" + between + "c", null)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_key_that_ends_in_a_digit_is_not_a_key_with_a_line() {
        assertThat(idFrom("kunming", "k", 11L))
                .isNotEqualTo(idFrom("kunming", "k1", 1L))
                .isNotEqualTo(idFrom("kunming", "k11", null));
    }

    @Test
    void a_withdrawal_is_known_by_its_place_and_the_revision_that_it_expects() {
        assertThat(ids.idOf(withdrawal("2021", "02"), ORIGIN)).isEqualTo(ids.idOf(withdrawal("2021", "2"), ORIGIN));
        assertThat(Stream.of(
                        ids.idOf(withdrawal("2021"), ORIGIN),
                        ids.idOf(withdrawal("2021", "0"), ORIGIN),
                        ids.idOf(withdrawal("2021", "2"), ORIGIN),
                        ids.idOf(withdrawal("2022"), ORIGIN),
                        ids.idOf(withdrawal("2021"), new Origin("yuxi", "k", null)),
                        id(REPORT)))
                .doesNotHaveDuplicates();
    }
}
