package io.huizong.intake.validation;

import static io.huizong.intake.validation.Reports.verdictOn;
import static io.huizong.intake.validation.Reports.with;
import static io.huizong.intake.validation.Reports.withFigures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.huizong.contract.Finding;

/** What is not one JSON object in UTF-8 is unreadable, and the sentence says where. */
class ReadingTest {

    static Stream<Arguments> what_is_no_json_object_is_unreadable() {
        return Stream.of(
                arguments("", "json.empty", "#", "empty"),
                arguments("  \n", "json.empty", "#", "empty"),
                arguments("jurisdiction=530181", "json.malformed", "#", "Line 1, column"),
                arguments("{\"period\": \"2021\",\n  oops}", "json.malformed", "#", "Line 2, column"),
                arguments("{\"period\": \"2021\"", "json.malformed", "#", "Line 1, column"),
                arguments("{\"period\": NaN}", "json.malformed", "#", "NaN"),
                arguments("{\"period\": 01}", "json.malformed", "#", "Line 1, column"),
                arguments("[]", "json.not_an_object", "#", "[]"),
                arguments("null", "json.not_an_object", "#", "null"),
                arguments("\"530181\"", "json.not_an_object", "#", "530181"),
                arguments("{} {}", "json.trailing_content", "#", "{}"),
                arguments("{}}", "json.trailing_content", "#", "}"),
                arguments(
                        withFigures("\"petitions.visits\": 1, \"petitions.visits\": 2"),
                        "json.duplicate_key",
                        "#/figures/petitions.visits",
                        "line 1, column"),
                arguments(with("\"scope\": {}, \"scope\": {}"), "json.duplicate_key", "#/scope", "#/scope"),
                arguments(with("\"scope\": [], \"sco\\u0070e\": []"), "json.duplicate_key", "#/scope", "#/scope"),
                arguments(with("\"remarks\": \"\\ud800\""), "json.lone_surrogate", "#/remarks", "#/remarks"),
                arguments(
                        with("\"additionalFigures\": [{\"label\": \"\\udc00\\ud800\", \"value\": 1}]"),
                        "json.lone_surrogate",
                        "#/additionalFigures/0/label",
                        "surrogate"),
                arguments(with("\"\\udfff\": 1"), "json.lone_surrogate", "#", "surrogate"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void what_is_no_json_object_is_unreadable(String body, String code, String pointer, String named) {
        assertUnreadable(verdictOn(body), code, pointer, named);
    }

    static Stream<Arguments> what_is_not_utf_8_is_unreadable() {
        return Stream.of(
                arguments("GB18030", with("\"remarks\": \"县街街道\"").getBytes(Charset.forName("GB18030"))),
                arguments("UTF-16", with("\"remarks\": \"x\"").getBytes(StandardCharsets.UTF_16)),
                arguments("a surrogate in UTF-8", withBytes(0xED, 0xA0, 0x80)),
                arguments("an overlong form", withBytes(0xC0, 0xAF)),
                arguments("above U+10FFFF", withBytes(0xF4, 0x90, 0x80, 0x80)),
                arguments("broken off at the end", broken("{\"remarks\": \"县", 1)));
    }

    private static byte[] broken(String text, int missing) {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(whole, whole.length - missing);
    }

    private static byte[] withBytes(int... octets) {
        String mark = "@".repeat(octets.length);
        byte[] body = with("\"remarks\": \"" + mark + "\"").getBytes(StandardCharsets.UTF_8);
        int at = new String(body, StandardCharsets.UTF_8).indexOf(mark);
        for (int index = 0; index < octets.length; index++) {
            body[at + index] = (byte) octets[index];
        }
        return body;
    }

    /** The character that stands for what could not be read is one like any other. */
    @Test
    void a_replacement_character_is_a_character() {
        assertThat(verdictOn(with("\"remarks\": \"\uFFFD\""))).isInstanceOf(Verdict.Valid.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_is_not_utf_8_is_unreadable(String name, byte[] body) {
        assertUnreadable(Reports.VALIDATION.check(body), "json.not_utf8", "#", "UTF-8");
    }

    private static void assertUnreadable(Verdict verdict, String code, String pointer, String named) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> assertThat(invalid.fault())
                .isEqualTo(Verdict.Fault.UNREADABLE));
        Finding violation = ((Verdict.Invalid) verdict).findings().get(0);
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.pointer()).isEqualTo(pointer);
        assertThat(violation.detail().zh()).containsPattern("\\p{IsHan}");
        assertThat(violation.detail().en()).contains(named);
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(verdictOn("\uFEFF" + with(""))).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void whole_characters_beyond_the_basic_plane_may_be_escaped() {
        assertThat(verdictOn(with("\"remarks\": \"\\ud840\\udc00\""))).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void a_request_of_256_KiB_is_read_and_one_byte_more_is_too_large() {
        String report = with("");
        String longest = report + " ".repeat(256 * 1024 - report.length());

        assertThat(verdictOn(longest)).isInstanceOf(Verdict.Valid.class);
        assertThat(verdictOn(longest + " "))
                .isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> assertThat(invalid.fault())
                        .isEqualTo(Verdict.Fault.TOO_LARGE));
    }
}
