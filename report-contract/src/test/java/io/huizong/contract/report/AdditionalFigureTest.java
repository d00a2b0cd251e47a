package io.huizong.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An additional figure is -10^15 to 10^15 with at most six decimals, and has a label. */
class AdditionalFigureTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3.5", "0.000001", "1000000000000000", "-1000000000000000", "65.0000000"})
    void a_number_in_range_is_accepted(String value) {
        assertThat(figure(value).value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000001",
                "-1000000000000001",
                "0.0000001",
                "1E+999999999",
                "-1E+999999999",
                "1E-999999999"
            })
    void a_number_out_of_range_or_too_fine_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figure(value))
                .withMessageStartingWith(new BigDecimal(value).toString())
                .withMessageContaining("expected");
    }

    @Test
    void equal_numbers_are_equal_figures() {
        assertThat(figure("65.00")).isEqualTo(figure("65"));
    }

    @Test
    void label_and_value_are_needed_and_the_unit_is_not() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new AdditionalFigure(null, BigDecimal.ONE, "%"));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> new AdditionalFigure("比例", null, "%"));
        assertThat(new AdditionalFigure("比例", BigDecimal.ONE, null).unit()).isNull();
    }

    private static AdditionalFigure figure(String value) {
        return new AdditionalFigure("精简审批材料比例", new BigDecimal(value), "%");
    }
}
