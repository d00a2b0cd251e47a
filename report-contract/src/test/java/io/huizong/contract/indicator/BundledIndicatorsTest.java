package io.huizong.contract.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalog that comes with Huizong has 83 indicators, and with them the sample reports can be told. */
class BundledIndicatorsTest {

    private static final IndicatorCatalog CATALOG = IndicatorCatalog.bundled();

    @Test
    void there_are_83_in_the_order_of_the_file() {
        assertThat(CATALOG.all()).hasSize(83);
        assertThat(CATALOG.all()).first().extracting(Indicator::code).isEqualTo("governance.law_government_meetings");
    }

    @ParameterizedTest
    @CsvSource({
        "mediation.disputes_arisen, COUNT,",
        "mediation.mediators, STOCK,",
        "mediation.subsidies, AMOUNT,",
        "mediation.participation_rate, RATE, mediation.cases_mediated/mediation.disputes_arisen"
    })
    void each_has_its_kind_and_operands(String code, IndicatorKind kind, String of) {
        assertThat(CATALOG.get(code)).hasValueSatisfying(indicator -> {
            assertThat(indicator.kind()).isEqualTo(kind);
            assertThat(indicator.of()).isEqualTo(of);
        });
    }

    @Test
    void each_is_labelled_in_both_languages() {
        assertThat(CATALOG.all()).allSatisfy(indicator -> {
            assertThat(indicator.label().zh()).isNotBlank();
            assertThat(indicator.label().en()).isNotBlank();
            assertThat(indicator.unit().zh()).isNotBlank();
            assertThat(indicator.unit().en()).isNotBlank();
        });
    }

    @Test
    void rates_are_those_of_kind_rate() {
        assertThat(CATALOG.rates())
                .isNotEmpty()
                .containsExactlyElementsOf(CATALOG.all().stream()
                        .filter(indicator -> indicator.kind() == IndicatorKind.RATE)
                        .toList());
    }

    @Test
    void a_rate_knows_its_sides() {
        Indicator rate = CATALOG.get("mediation.participation_rate").orElseThrow();

        assertThat(rate.numerator()).isEqualTo("mediation.cases_mediated");
        assertThat(rate.denominator()).isEqualTo("mediation.disputes_arisen");
    }

    @Test
    void an_unknown_code_is_not_found() {
        assertThat(CATALOG.get("mediation.unknown")).isEmpty();
        assertThat(CATALOG.get("Mediation.Mediators")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_indicator_of_a_sample_report_is_known_and_reported(Path sample) throws IOException {
        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(sample, StandardCharsets.UTF_8));

        assertThat(report.get("figures").fieldNames())
                .toIterable()
                .allMatch(code -> CATALOG.get(code).orElseThrow().kind().isReported());
        assertThat(report.path("statedRates").fieldNames())
                .toIterable()
                .allMatch(code -> CATALOG.get(code).orElseThrow().kind() == IndicatorKind.RATE);
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/samples"))) {
            List<Path> samples = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(samples).isNotEmpty();
            return samples;
        }
    }
}
