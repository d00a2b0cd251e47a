package io.huizong.aggregation.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.huizong.contract.indicator.IndicatorKind;

/** The dashboard knows every kind of indicator, and what it is. */
class KindsTest {

    private static final Path KINDS = Path.of("src/main/resources/META-INF/resources/dashboard/kinds.js");

    @ParameterizedTest
    @EnumSource
    void the_page_says_of_a_kind_what_the_service_says(IndicatorKind kind) throws IOException {
        Matcher found = Pattern.compile(kind + ": \\{(.*)}").matcher(Files.readString(KINDS));

        assertThat(found.find()).isTrue();
        String said = found.group(1);
        assertThat(said.contains("hasGap: true")).isEqualTo(kind.hasGap());
        assertThat(said.contains("isPair: true")).isEqualTo(kind.isPair());
        assertThat(said.contains("isDerived: true")).isEqualTo(kind.isDerived());
    }
}
