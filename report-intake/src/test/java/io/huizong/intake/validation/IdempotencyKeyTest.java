package io.huizong.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;

/** A key is a structured field's string, or stands bare; anything else is told by name. */
class IdempotencyKeyTest {

    private static final String MAX_LENGTH = "k".repeat(255);

    static Stream<Arguments> a_key_is_read_with_quotes_and_without() {
        return Stream.of(
                arguments("k", "k"),
                arguments("\"k\"", "k"),
                arguments("8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324"),
                arguments("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324"),
                arguments("kunming/2021:a+b=~!", "kunming/2021:a+b=~!"),
                arguments("\"a,b;c\"", "a,b;c"),
                arguments("\"a\\\"b\\\\c\"", "a\"b\\c"),
                arguments("\"\\\\\"", "\\"),
                arguments(MAX_LENGTH, MAX_LENGTH),
                arguments("\"" + MAX_LENGTH + "\"", MAX_LENGTH),
                arguments("\"" + "\\\"".repeat(255) + "\"", "\"".repeat(255)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_key_is_read_with_quotes_and_without(String header, String key) {
        assertThat(IdempotencyKey.in(List.of(header))).isEqualTo(new IdempotencyKey.Given(key));
    }

    @Test
    void no_header_is_no_key() {
        assertThat(IdempotencyKey.in(List.of())).isEqualTo(new IdempotencyKey.Absent());
    }

    static Stream<List<String>> what_is_no_key_is_told_by_name() {
        return Stream.of(
                List.of(""),
                List.of("\"\""),
                List.of("\""),
                List.of("\"k"),
                List.of("k\""),
                List.of("\"k\"x"),
                List.of("\"k\";a=1"),
                List.of("\"a\"b\""),
                List.of("\"a\\b\""),
                List.of("\"a\\\""),
                List.of("a\\b"),
                List.of("a b"),
                List.of("\"a b\""),
                List.of("a,b"),
                List.of("\"a\", \"b\""),
                List.of("键"),
                List.of("\"\u00e9\""),
                List.of("\"a\tb\""),
                List.of("a\u007f"),
                List.of(MAX_LENGTH + "k"),
                List.of("\"" + MAX_LENGTH + "k\""),
                List.of("a", "b"),
                List.of("a", "a"),
                List.of("\"a", "b\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_is_no_key_is_told_by_name(List<String> headers) {
        IdempotencyKey read = IdempotencyKey.in(headers);

        assertThat(read).isInstanceOf(IdempotencyKey.Malformed.class);
        Finding violation = ((IdempotencyKey.Malformed) read).finding();
        assertThat(violation.pointer()).isEqualTo("#/Idempotency-Key");
        assertThat(violation.code()).isEqualTo("idempotency_key.malformed");
        Bilingual detail = violation.detail();
        assertThat(detail.en()).contains("Idempotency-Key", "expected");
        assertThat(detail.zh()).contains("Idempotency-Key", "应为");
    }
}
