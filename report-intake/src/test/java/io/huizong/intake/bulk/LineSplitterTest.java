package io.huizong.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a body is cut does not depend on the parts in which it comes. */
class LineSplitterTest {

    /** Each line as {@code number:text}, whatever the size of the parts. */
    private static List<String> cut(String body, boolean csv) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> whole = cut(bytes, Math.max(1, bytes.length), csv);
        for (int size = 1; size < Math.min(bytes.length, 20); size++) {
            assertThat(cut(bytes, size, csv)).as("in parts of %d", size).isEqualTo(whole);
        }
        return whole;
    }

    private static List<String> cut(byte[] body, int size, boolean csv) {
        LineSplitter lines = csv ? LineSplitter.ofCsv() : LineSplitter.plain();
        List<String> found = new ArrayList<>();
        for (int at = 0; at < body.length; at += size) {
            lines.feed(Arrays.copyOfRange(body, at, Math.min(body.length, at + size)));
            drain(lines, found);
        }
        lines.complete();
        drain(lines, found);
        return found;
    }

    private static void drain(LineSplitter lines, List<String> found) {
        for (BulkLine line = lines.next(); line != null; line = lines.next()) {
            found.add(line.number() + ":" + new String(line.bytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a~b | 1:a 2:b",
                "a~b~ | 1:a 2:b",
                "a^~b^~^~c | 1:a 2:b 4:c",
                "~~a | 3:a",
                "\uFEFFa~\uFEFFb | 1:a 2:\uFEFFb",
                "\uFEFF~a | 2:a",
                "\"a~b | 1:\"a 2:b"
            })
    void lines_are_counted_and_blank_ones_passed_over(String body, String lines) {
        String text = body.replace('~', '\n').replace('^', '\r');

        assertThat(String.join(" ", cut(text, false))).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,\"b~c\"~d | 1:a,\"b~c\" 3:d",
                "\uFEFF\"a~b\",c~d | 1:\"a~b\",c 3:d",
                "\"a\"\"~\"~b | 1:\"a\"\"~\" 3:b",
                "a\"b~c | 1:a\"b 2:c",
                "a,b\"~c | 1:a,b\" 2:c",
                "a,\"b\"~c | 1:a,\"b\" 2:c",
                "\"a~b | 1:\"a~b"
            })
    void a_line_break_in_quotes_does_not_end_a_row(String body, String rows) {
        assertThat(String.join(" ", cut(body.replace('~', '\n'), true))).isEqualTo(rows.replace('~', '\n'));
    }

    @Test
    void of_a_line_that_is_too_long_only_the_begin_is_kept() {
        LineSplitter lines = LineSplitter.plain();
        byte[] part = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        for (int count = 0; count < 10_000; count++) {
            lines.feed(part);
            assertThat(lines.next()).isNull();
        }
        lines.feed("x\ny\n".getBytes(StandardCharsets.UTF_8));

        assertThat(lines.next().bytes()).hasSize(256 * 1024 + 2);
        assertThat(lines.next()).satisfies(line -> assertThat(line.number()).isEqualTo(2));
    }

    /** What is kept of it must not pass for a line that is blank, or short enough. */
    @ParameterizedTest
    @CsvSource(
            value = {"' '|^x", "x|^x", "' '|'    x'"},
            delimiter = '|')
    void a_line_that_is_too_long_stays_one_wherever_it_is_cut(String most, String rest) {
        String line = most.repeat(256 * 1024) + rest.replace('^', '\r');

        List<String> found = cut((line + "\r\ny").getBytes(StandardCharsets.UTF_8), 8192, false);

        assertThat(found).hasSize(2);
        assertThat(found.get(0)).hasSizeGreaterThan("1:".length() + 256 * 1024);
        assertThat(found.get(1)).isEqualTo("2:y");
    }

    @Test
    void a_line_may_be_as_long_as_a_report_whatever_breaks_it() {
        String line = "x".repeat(256 * 1024);

        List<String> found = cut((line + "\r\n" + line + "\n").getBytes(StandardCharsets.UTF_8), 8192, false);

        assertThat(found).containsExactly("1:" + line, "2:" + line);
    }

    @Test
    void a_quote_that_was_forgotten_takes_no_more_than_a_row_may_have() {
        String rows = "row\n".repeat(100_000);

        List<String> found = cut(("a,\"b\n" + rows).getBytes(StandardCharsets.UTF_8), 8192, true);

        assertThat(found.get(0)).startsWith("1:a,\"b\nrow").hasSizeGreaterThan(256 * 1024);
        assertThat(found.get(1)).matches("\\d+:row");
        assertThat(found.get(found.size() - 1)).isEqualTo("100001:row");
    }
}
