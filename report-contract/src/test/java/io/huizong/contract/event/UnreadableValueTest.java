package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record whose value is not the JSON of an event is refused, however it is wrong and however large. */
class UnreadableValueTest {

    private final ReportEventCodec codec = new ReportEventCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[null]",
                "{}",
                "true",
                "124",
                "\"\"",
                "\"text\"",
                "{",
                "{\"report\":",
                "NaN",
                "\uFEFF",
                "\u0000",
                "{\"report\":null,\"origin\":null}",
                "{'report':{}}",
                "<report/>"
            })
    void json_that_is_no_event_is_refused(String json) {
        assertThat(Refusal.of(GoldenEvent.PLAIN, json)).startsWith("The record's value is ");
        assertThat(Refusal.of(GoldenEvent.WITHDRAWN, json)).startsWith("The record's value is ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "client | \"anning-city\" | \"\"",
                "client | \"anning-city\" | \" \"",
                "client | \"anning-city\" | \"\\ud842\"",
                "idempotencyKey | \"2023-H1/batch-7\" | \"\"",
                "line | \"line\":42 | \"line\":0",
                "expectedRevision | \"expectedRevision\":0 | \"expectedRevision\":-1",
                "indicator | litigation.cases | litigation",
                "indicator | petitions.conclusion_rate | petitions.Conclusion_rate",
                "warning | \"mediated_above_arisen\" | \"\"",
                "warning | \"#/figures/mediation.cases_mediated\" | \"/figures\""
            })
    void a_name_or_number_that_the_schema_forbids_is_named(String name, String part, String forbidden) {
        String json = GoldenEvent.FILLED_IN.json();
        assertThat(json).contains(part);

        assertThat(Refusal.of(GoldenEvent.FILLED_IN, json.replace(part, forbidden)))
                .startsWith("The %s is \"".formatted(name));
    }

    @Test
    void names_that_no_column_holds_are_refused() {
        String json = GoldenEvent.FILLED_IN.json();

        assertThat(Refusal.of(GoldenEvent.FILLED_IN, json.replace("anning-city", "c".repeat(256))))
                .startsWith("The client is ");
        assertThat(Refusal.of(GoldenEvent.FILLED_IN, json.replace("2023-H1/batch-7", "k".repeat(256))))
                .startsWith("The idempotencyKey is ");
        assertThat(Refusal.of(GoldenEvent.FILLED_IN, json.replace("litigation.cases", "a." + "b".repeat(99))))
                .startsWith("The indicator is ");
        EncodedEvent event = GoldenEvent.FILLED_IN.file();
        assertThat(Refusal.of(new EncodedEvent(
                        "5301810091234",
                        event.headers(),
                        json.replace("\"530181\"", "\"5301810091234\"").getBytes(StandardCharsets.UTF_8))))
                .startsWith("The jurisdiction is ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                // missing
                "\"jurisdiction\":\"530181\", |",
                "\"period\":\"2023-H1\", |",
                "\"scope\":\"OWN_LEVEL\", |",
                "\"client\":\"anning-city\", |",
                "\"report\" | \"statement\"",
                "\"origin\" | \"sender\"",
                "\"label\":\"同比变化\", |",
                "\"code\":\"mediated_above_arisen\", |",
                "\"detail\" | \"details\"",
                "\"zh\" | \"fr\"",
                ",\"value\":-3.000001 |",
                "\"value\":3600, |",
                // null
                "\"530181\" | null",
                "\"2023-H1\",\"scope\" | null,\"scope\"",
                "\"OWN_LEVEL\" | null",
                ":124, | :null,",
                "98.8 | null",
                "\"anning-city\" | null",
                "[{\"label\" | [null,{\"label\"",
                "[{\"pointer\" | [null,{\"pointer\"",
                // wrong types
                "\"530181\" | 530181",
                "\"530181\" | true",
                "\"530181\" | [\"530181\"]",
                "\"2023-H1\",\"scope\" | 2023,\"scope\"",
                "\"2023-H1\",\"scope\" | {},\"scope\"",
                "\"2023-H1\",\"scope\" | {\"year\":2023,\"kind\":\"YEAR\",\"number\":1},\"scope\"",
                "\"OWN_LEVEL\" | 1",
                "\"OWN_LEVEL\" | \"1\"",
                "\"OWN_LEVEL\" | \"\"",
                "\"AT_LEAST\" | 1",
                ":124, | :\"124\",",
                ":124, | :true,",
                ":124, | :[124],",
                ":124, | :{},",
                ":3600, | :\"3600\",",
                "98.8 | \"98.8\"",
                "98.8 | {}",
                "\"value\":65 | \"value\":\"65\"",
                "\"line\":42 | \"line\":\"42\"",
                "\"line\":42 | \"line\":42.5",
                "\"line\":42 | \"line\":9223372036854775808",
                "\"line\":42 | \"line\":1e99999999999",
                "\"expectedRevision\":0 | \"expectedRevision\":0.5",
                "\"expectedRevision\":0 | \"expectedRevision\":\"0\"",
                "\"expectedRevision\":0 | \"expectedRevision\":false",
                "\"expectedRevision\":0 | \"expectedRevision\":2147483648",
                "\"2023-07-01\" | 20230701",
                "\"2023-07-01\" | \"2023-07-01T00:00:00Z\"",
                "\"2023-07-01\" | \"2023-02-30\"",
                "\"2023-07-01\" | \"1 July\"",
                "\"2023-07-01\" | {}",
                // out of range
                ":124, | :-1,",
                ":124, | :1.005,",
                ":124, | :1e16,",
                ":124, | :1e999999999,",
                ":124, | :1e-999999999,",
                ":124, | :1e99999999999,",
                ":124, | :NaN,",
                ":124, | :0124,",
                "98.8 | 200.1",
                "98.8 | -1",
                "98.8 | 1.00001",
                "98.8 | 1e99999999999",
                "-3.000001 | -3.0000001",
                "-3.000001 | 1e99999999999",
                "\"2023-H1\",\"scope\" | \"2023-H3\",\"scope\"",
                "\"OWN_LEVEL\" | \"own_level\"",
                // twice
                "\"scope\":\"OWN_LEVEL\" | \"scope\":\"OWN_LEVEL\",\"scope\":\"OWN_LEVEL\"",
                "\"litigation.cases\":0 | \"litigation.cases\":0,\"litigation.cases\":0",
                "{\"value\":3600, | {\"value\":3600,\"value\":3601,",
                "\"line\":42 | \"line\":42,\"line\":42",
                "{\"report\" | {\"added\":{\"a\":1,\"a\":2},\"report\""
            })
    void a_broken_field_is_refused(String part, String broken) {
        String json = GoldenEvent.FILLED_IN.json();
        assertThat(json).contains(part);

        String brokenJson = json.replace(part, broken == null ? "" : broken);

        assertThat(Refusal.of(GoldenEvent.FILLED_IN, brokenJson)).contains(ReportSubmitted.TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "]", "}", ",", "x", "\u0000"})
    void anything_after_the_event_is_refused(String rest) {
        assertThat(Refusal.of(GoldenEvent.PLAIN, GoldenEvent.PLAIN.json() + rest))
                .contains(ReportSubmitted.TYPE);
    }

    @Test
    void space_after_the_event_is_nothing() throws UnreadableEventException {
        EncodedEvent event = GoldenEvent.PLAIN.file();
        byte[] spaced = (GoldenEvent.PLAIN.json() + " \r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decode(event.key(), event.headers()::get, spaced)).isEqualTo(GoldenEvent.PLAIN.event());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void bottomless_nesting_is_refused_without_delay(String opening) {
        // Below the limit of a value.
        String deep = opening.repeat(400_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Refusal.of(GoldenEvent.PLAIN, deep)).contains(ReportSubmitted.TYPE);
            assertThat(Refusal.of(GoldenEvent.PLAIN, "{\"added\":" + deep)).contains(ReportSubmitted.TYPE);
            assertThat(Refusal.of(
                            GoldenEvent.FILLED_IN, GoldenEvent.FILLED_IN.json().replace(":124,", ":" + deep)))
                    .contains(ReportSubmitted.TYPE);
        });
    }

    @Test
    void a_number_of_a_million_digits_is_refused_without_delay() {
        String digits = "9".repeat(1_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(
                        Refusal.of(GoldenEvent.PLAIN, GoldenEvent.PLAIN.json().replace("124", digits)))
                .hasSizeLessThan(1_000));
    }

    @Test
    void text_that_is_not_in_utf_8_is_refused() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write("{\"remarks\":\"".getBytes(StandardCharsets.UTF_8));
        data.write(new byte[] {(byte) 0xb7, (byte) 0xa8, (byte) 0xd6, (byte) 0xce});
        data.write("\"}".getBytes(StandardCharsets.UTF_8));
        EncodedEvent event = GoldenEvent.PLAIN.file();

        assertThat(Refusal.of(new EncodedEvent(event.key(), event.headers(), data.toByteArray())))
                .startsWith("The record's value is no");
    }
}
