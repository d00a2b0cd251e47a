package io.huizong.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure is 0 to 10^15 with at most two decimals; equal numbers are equal figures; JSON carries every digit. */
class FigureTest {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.00", "-0.0", "124", "0.01", "99.9", "1000000000000000", "1E+15", "1000000000000000.00"})
    void a_number_in_range_is_accepted(String value) {
        assertThat(exact(value).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "-1", "1000000000000001", "1000000000000000.01", "1E+16", "1E+999999999"})
    void a_number_out_of_range_is_refused_with_the_range(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact(value))
                .withMessage(new BigDecimal(value) + " is out of range, expected 0 to 1000000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "124.005", "1E-999999999"})
    void a_third_decimal_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact(value))
                .withMessage(new BigDecimal(value) + " has too many decimals, expected at most 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1E+999999999", "1E-999999999", "-1E+999999999", "0E+999999999", "0E-999999999", "1E+2147483647"
            })
    void a_huge_exponent_costs_no_time(String value) {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            try {
                assertThat(exact(value)).isEqualTo(Figure.exact(0));
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"124.0, 124", "124.00, 124", "1.24E+2, 124", "100, 1E+2", "0, 0.00", "0.50, 0.5"})
    void equal_numbers_are_equal_figures(String one, String other) {
        assertThat(exact(one)).isEqualTo(exact(other)).hasSameHashCodeAs(exact(other));
        assertThat(exact(one).value().toString()).doesNotContain("E");
    }

    @Test
    void figures_of_different_qualifiers_are_different() {
        assertThat(new Figure(BigDecimal.TEN, Qualifier.ABOUT)).isNotEqualTo(Figure.exact(10));
        assertThat(new Figure(BigDecimal.TEN, Qualifier.ABOUT).isExact()).isFalse();
        assertThat(Figure.exact(10).isExact()).isTrue();
    }

    @Test
    void value_and_qualifier_are_needed() {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new Figure(null, Qualifier.EXACT));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new Figure(BigDecimal.TEN, null));
    }

    @Property
    void json_gives_every_figure_back(
            @ForAll @BigRange(min = "0", max = "1000000000000000") @Scale(2) BigDecimal value,
            @ForAll Qualifier qualifier)
            throws JsonProcessingException {
        Figure figure = new Figure(value, qualifier);

        assertThat(JSON.readValue(JSON.writeValueAsString(figure), Figure.class))
                .isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "124 | 124",
                "124.0 | 124",
                "1.24e2 | 124",
                "999999999999999.99 | 999999999999999.99",
                "{\"value\":124} | 124",
                "{\"value\":124.50,\"qualifier\":\"EXACT\"} | 124.5",
                "{\"value\":124,\"qualifier\":null} | 124",
                "{\"value\":3600,\"qualifier\":\"AT_LEAST\"} | {\"value\":3600,\"qualifier\":\"AT_LEAST\"}",
                "{\"qualifier\":\"ABOUT\",\"value\":999999999999999.99} | {\"value\":999999999999999.99,\"qualifier\":\"ABOUT\"}"
            })
    void an_exact_figure_is_written_as_a_bare_number_and_any_other_with_its_qualifier(String read, String written)
            throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(JSON.readValue(read, Figure.class))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.005",
                "1e16",
                "1e999999999",
                "true",
                "[]",
                "[124]",
                "{}",
                "{\"qualifier\":\"ABOUT\"}",
                "{\"value\":null}",
                "{\"value\":-1}",
                "{\"value\":[1]}",
                "{\"value\":{\"value\":1}}",
                "{\"value\":1,\"qualifier\":\"about\"}",
                "{\"value\":1,\"qualifier\":\"\"}",
                "{\"value\":1,\"qualifier\":[]}",
                "{\"value\":1,\"precision\":2}"
            })
    void other_json_is_refused(String json) {
        assertThatExceptionOfType(DatabindException.class).isThrownBy(() -> JSON.readValue(json, Figure.class));
    }

    @Test
    void json_null_is_no_figure() throws JsonProcessingException {
        assertThat(JSON.readValue("null", Figure.class)).isNull();
        assertThat(JSON.writeValueAsString(Map.of("a", Figure.exact(5)))).isEqualTo("{\"a\":5}");
    }

    private static Figure exact(String value) {
        return new Figure(new BigDecimal(value), Qualifier.EXACT);
    }
}
