package io.huizong.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.report.Period;

/** What can be withdrawn is what could have been reported: the same rules, the same words. */
class WithdrawalValidationTest {

    // Noon of 2025-06-30 in Shanghai, as in Reports.
    private static final ReportValidation VALIDATION = Reports.validationAt("2025-06-30T04:00:00Z");

    private static Verdict verdictOn(String jurisdiction, String period, String... expectedRevisions) {
        Map<String, List<String>> parameters =
                expectedRevisions.length == 0 ? Map.of() : Map.of("expectedRevision", List.of(expectedRevisions));
        return VALIDATION.checkWithdrawal(jurisdiction, period, parameters);
    }

    private static List<String> errors(Verdict verdict) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> assertThat(invalid.fault())
                .isEqualTo(Verdict.Fault.REFUSED));
        return ((Verdict.Invalid) verdict)
                .findings().stream()
                        .map(violation -> violation.code() + " at " + violation.pointer())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "530181, 2021, 530181",
        "530181009000, 2021-Q4, 530181009",
        "530000, 2025-06, 53",
        "CN, 2025, CN",
        "530199, 2019-12, 530199"
    })
    void a_report_that_could_be_there_can_be_withdrawn(String jurisdiction, String period, String code) {
        Verdict.Withdrawable verdict = (Verdict.Withdrawable) verdictOn(jurisdiction, period);

        assertThat(verdict.jurisdiction().code()).isEqualTo(code);
        assertThat(verdict.period()).isEqualTo(Period.parse(period));
        assertThat(verdict.expectedRevision()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "007, 7", "2147483647, 2147483647"})
    void an_expected_revision_is_a_whole_number(String text, int revision) {
        Verdict.Withdrawable verdict = (Verdict.Withdrawable) verdictOn("530181", "2021", text);

        assertThat(verdict.expectedRevision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "+1", "1e2", "2147483648", "99999999999", "one", "１"})
    void any_other_expected_revision_is_refused(String text) {
        assertThat(errors(verdictOn("530181", "2021", text)))
                .containsExactly("expected_revision.out_of_range at #/expectedRevision");
    }

    @Test
    void two_expected_revisions_are_refused() {
        assertThat(errors(verdictOn("530181", "2021", "1", "2"))).containsExactly("field.type at #/expectedRevision");
    }

    @Test
    void a_misspelt_parameter_is_refused_rather_than_overlooked() {
        Verdict verdict = VALIDATION.checkWithdrawal("530181", "2021", Map.of("expectedrevision", List.of("1")));

        assertThat(errors(verdict)).containsExactly("field.unknown at #/expectedrevision");
        assertThat(((Verdict.Invalid) verdict).findings().get(0).detail().en())
                .contains("expected one such as expectedRevision");
    }

    static Stream<Arguments> a_withdrawal_is_refused_as_the_report_would_be() {
        return Stream.of(
                arguments("539999", "2021"),
                arguments("110100", "2021"),
                arguments("", "2021"),
                arguments("530181", "2021-13"),
                arguments("530181", "二〇二一"),
                arguments("530181", "1948"),
                arguments("530181", "2025-07"),
                arguments("530181", "2026"),
                arguments("530199", "2020"),
                arguments("530199", "2026"),
                arguments("539999", "2021-13"));
    }

    @ParameterizedTest(name = "{0}/{1}")
    @MethodSource
    void a_withdrawal_is_refused_as_the_report_would_be(String jurisdiction, String period) {
        Verdict.Invalid report = (Verdict.Invalid) Reports.verdictOn(
                Reports.with("\"jurisdiction\": \"%s\", \"period\": \"%s\"".formatted(jurisdiction, period)));

        Verdict verdict = verdictOn(jurisdiction, period);

        assertThat(verdict).isEqualTo(report);
    }
}
