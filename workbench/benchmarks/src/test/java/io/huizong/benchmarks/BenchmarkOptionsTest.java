package io.huizong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The command line says what is measured; what takes long has to be asked for. */
class BenchmarkOptionsTest {

    @Test
    void everything_but_growth_is_wanted_by_default() {
        BenchmarkOptions options = BenchmarkOptions.parse(List.of("--quick"));

        assertThat(options.quick()).isTrue();
        assertThat(options.wants("post")).isTrue();
        assertThat(options.wants("growth")).isFalse();
    }

    @Test
    void only_what_is_named_is_wanted() {
        BenchmarkOptions options = BenchmarkOptions.parse(List.of("--only", "apply,growth"));

        assertThat(options.wants("apply")).isTrue();
        assertThat(options.wants("growth")).isTrue();
        assertThat(options.wants("post")).isFalse();
    }

    @Test
    void a_misspelt_option_is_named() {
        assertThatThrownBy(() -> BenchmarkOptions.parse(List.of("--quik"))).hasMessageContaining("--quik");
    }
}
