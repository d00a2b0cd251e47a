package io.huizong.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is immutable, has no absent collections, and equal statements are equal reports. */
class ReportTest {

    private static final Period PERIOD = Period.parse("2021");

    @Test
    void absent_collections_are_empty() {
        Report report = report(null, null, null);

        assertThat(report.figures()).isEmpty();
        assertThat(report.statedRates()).isEmpty();
        assertThat(report.additionalFigures()).isEmpty();
        assertThat(report.hasFigures()).isFalse();
    }

    @Test
    void any_number_at_all_makes_it_a_report_with_figures() {
        assertThat(report(Map.of("a.b", Figure.exact(0)), null, null).hasFigures())
                .isTrue();
        assertThat(report(null, Map.of("a.b", BigDecimal.ZERO), null).hasFigures())
                .isTrue();
        assertThat(report(null, null, List.of(new AdditionalFigure("x", BigDecimal.ONE, null)))
                        .hasFigures())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "98.8", "100", "200", "200.0000", "97.5806", "97.58060"})
    void a_stated_rate_of_0_to_200_with_four_decimals_is_accepted(String rate) {
        assertThat(rated(rate).statedRates().get("a.rate")).isEqualByComparingTo(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "200.0001", "97.58065", "1E+999999999", "1E-999999999"})
    void any_other_stated_rate_is_refused(String rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rated(rate))
                .withMessageStartingWith(new BigDecimal(rate).toString());
    }

    @ParameterizedTest
    @CsvSource({"98.80, 98.8", "1E+2, 100", "0.0000, 0"})
    void equal_rates_make_equal_reports(String one, String other) {
        assertThat(rated(one)).isEqualTo(rated(other)).hasSameHashCodeAs(rated(other));
    }

    @Test
    void what_was_handed_in_can_change_without_changing_the_report() {
        Map<String, Figure> figures = new LinkedHashMap<>(Map.of("a.b", Figure.exact(1)));
        List<AdditionalFigure> additional = new ArrayList<>();
        Report report = report(figures, null, additional);

        figures.put("a.c", Figure.exact(2));
        additional.add(new AdditionalFigure("x", BigDecimal.ONE, null));

        assertThat(report.figures()).containsOnlyKeys("a.b");
        assertThat(report.additionalFigures()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.figures().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.statedRates().clear());
    }

    @Test
    void figures_keep_their_order() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List.of("z.z", "a.a", "m.m").forEach(code -> figures.put(code, Figure.exact(1)));

        assertThat(report(figures, null, null).figures()).containsExactlyEntriesOf(figures);
    }

    @Test
    void a_null_among_the_figures_is_refused_by_its_code() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> report(Collections.singletonMap("a.b", null), null, null))
                .withMessage("a.b");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> report(null, Collections.singletonMap("a.rate", null), null))
                .withMessage("a.rate");
    }

    @Test
    void jurisdiction_period_and_scope_are_needed() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new Report(null, PERIOD, Scope.WHOLE_AREA, null, null, null, null, null))
                .withMessage("jurisdiction");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new Report("CN", null, Scope.WHOLE_AREA, null, null, null, null, null))
                .withMessage("period");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new Report("CN", PERIOD, null, null, null, null, null, null))
                .withMessage("scope");
    }

    private static Report rated(String rate) {
        return report(null, Map.of("a.rate", new BigDecimal(rate)), null);
    }

    private static Report report(
            Map<String, Figure> figures, Map<String, BigDecimal> rates, List<AdditionalFigure> additional) {
        return new Report("530181009", PERIOD, Scope.WHOLE_AREA, figures, rates, additional, null, null);
    }
}
