package io.huizong.contract.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table is read whole, value by value, and whatever is wrong with it is named by the line where its row begins. */
class CsvTableTest {

    private static final List<String> COLUMNS = List.of("a", "b", "c");
    private static final String AN_EDITION = "the line \"# edition N\", N a whole number from 1 to 999999999";
    private static final String HEADING = "# edition 12\na,b,c\n";

    @Test
    void rows_follow_the_heading() {
        CsvTable table = read(HEADING + "1,2,3\n4,,6\n");

        assertThat(table.problems()).isEmpty();
        assertThat(table.rows())
                .containsExactly(
                        new CsvTable.Row(3, List.of("1", "2", "3")), new CsvTable.Row(4, List.of("4", "", "6")));
        assertThat(table.rows().get(1).cell(2)).isEqualTo("6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# edition 12\na,b,c\n1,2,3",
                "# edition 12\r\na,b,c\r\n1,2,3\r\n",
                "# edition 12\ra,b,c\r1,2,3\r",
                "\uFEFF# edition 12\na,b,c\n1,2,3\n",
                "# edition 12 ,,\na,b,c\n1,2,3\n",
                "\uFEFF\"# edition 12\"\n\"a\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n",
                "# edition 12\n a , b ,c\t\n 1,\t2 , \"3\" \n"
            })
    void line_ends_byte_order_mark_quotes_and_space_around_values_make_no_difference(String text) {
        CsvTable table = read(text);

        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).containsExactly(new CsvTable.Row(3, List.of("1", "2", "3")));
    }

    @Test
    void quoted_commas_quotes_and_newlines_belong_to_the_value() {
        CsvTable table = read(HEADING + "\"x, y\",\"say \"\"z\"\"\",\"two\nlines\"\n");

        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).containsExactly(new CsvTable.Row(3, List.of("x, y", "say \"z\"", "two\nlines")));
    }

    @Test
    void values_that_look_like_something_else_stay_as_they_are() {
        assertThat(read(HEADING + "null,\\n,#\n").rows().get(0).cells()).containsExactly("null", "\\n", "#");
    }

    @Test
    void a_row_of_another_width_is_left_out_and_named() {
        CsvTable table = read(HEADING + "1,2\n4,5,6\n7,8,9,10\n");

        assertThat(table.rows()).containsExactly(new CsvTable.Row(4, List.of("4", "5", "6")));
        assertThat(table.problems())
                .containsExactly(
                        "line 3: 2 columns, expected the 3 of the heading",
                        "line 5: 4 columns, expected the 3 of the heading");
    }

    @Property
    void a_row_has_the_line_on_which_it_begins(@ForAll("lines") List<String> lines, @ForAll("lineEnds") String end) {
        List<Integer> expected = new ArrayList<>();
        int line = 3;
        for (String text : lines) {
            if (!text.isBlank()) {
                expected.add(line);
            }
            line += 1
                    + (int) text.chars().filter(character -> character == '\n').count();
        }

        CsvTable table = read(HEADING + lines.stream().map(text -> text + "\n").collect(Collectors.joining()), end);

        assertThat(table.problems()).isEmpty();
        assertThat(table.rows()).extracting(CsvTable.Row::line).isEqualTo(expected);
    }

    @Property
    void a_wrong_row_has_the_line_on_which_it_begins(
            @ForAll("lines") List<String> lines, @ForAll("lineEnds") String end) {
        String before = HEADING + lines.stream().map(text -> text + "\n").collect(Collectors.joining());
        long line = 1 + before.chars().filter(character -> character == '\n').count();

        assertThat(read(before + "1,\"x\n\"\n", end).problems())
                .containsExactly("line " + line + ": 2 columns, expected the 3 of the heading");
        assertThat(read(before + "1,2,\"never\nclosed\n", end).problems())
                .singleElement()
                .asString()
                .startsWith("line " + line + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "a,b,c,d\n", "a,c,b\n1,2,3\n", "A,b,c\n", "a;b;c\n1;2;3\n", "1,2,3\n"})
    void another_heading_is_refused_and_nothing_below_it_is_read(String text) {
        CsvTable table = read("# edition 1\n" + text);

        assertThat(table.rows()).isEmpty();
        assertThat(table.problems())
                .containsExactly(
                        "line 2: the heading is " + text.lines().findFirst().orElseThrow() + ", expected a,b,c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n\r\n"})
    void an_empty_file_is_refused(String text) {
        assertThat(read(text).problems()).containsExactly("line 1: the file is empty, expected " + AN_EDITION);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999_999_999})
    void the_edition_is_a_whole_number(int edition) {
        CsvTable table = read("# edition " + edition + "\na,b,c\n1,2,3\n");

        assertThat(table.problems()).isEmpty();
        assertThat(table.edition()).isEqualTo(edition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# edition",
                "# edition 0",
                "# edition 01",
                "# edition -1",
                "# edition 1.5",
                "# edition 1e3",
                "# edition １",
                "# edition 1000000000",
                "# edition 2 of 3",
                "# Edition 2",
                "#edition 2",
                "# edition 2,a,b",
                "# a remark"
            })
    void another_first_line_is_refused_and_what_is_below_it_is_read(String line) {
        CsvTable table = read(line + "\na,b,c\n1,2,3\n4,5\n");

        assertThat(table.edition()).isZero();
        assertThat(table.rows()).hasSize(1);
        assertThat(table.problems())
                .containsExactly(
                        "line 1: the file begins with " + line + ", expected " + AN_EDITION,
                        "line 4: 2 columns, expected the 3 of the heading");
    }

    @Test
    void a_missing_edition_is_named_by_the_first_line() {
        assertThat(read("a,b,c\n1,2,3\n4,5\n").problems())
                .containsExactly(
                        "line 1: the file begins with a,b,c, expected " + AN_EDITION,
                        "line 3: 2 columns, expected the 3 of the heading");
        assertThat(read("\n# edition 1\na,b,c\n").problems())
                .containsExactly("line 1: the file begins with # edition 1, expected " + AN_EDITION);
    }

    @Test
    void a_missing_heading_is_named() {
        assertThat(read("# edition 1\n").problems()).containsExactly("line 2: the heading is missing, expected a,b,c");
    }

    @Test
    void text_after_a_closing_quote_is_refused_by_line() {
        assertThat(read(HEADING + "1,2,3\n4,\"5\"x,6\n7,8,9\n").problems())
                .singleElement()
                .asString()
                .startsWith("line 4: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16"})
    void a_file_in_another_encoding_is_refused(String charset) {
        byte[] bytes = (HEADING + "1,2,3\n4,云南省,6\n").getBytes(Charset.forName(charset));

        assertThat(read(bytes).problems())
                .containsExactly("line " + (charset.equals("UTF-16") ? 1 : 4) + ": not in UTF-8");
    }

    @Test
    void a_character_cut_in_two_at_the_end_is_refused() {
        byte[] whole = (HEADING + "1,2,省").getBytes(StandardCharsets.UTF_8);

        assertThat(read(Arrays.copyOf(whole, whole.length - 1)).problems()).containsExactly("line 3: not in UTF-8");
    }

    @Property
    void no_file_at_all_makes_it_throw(@ForAll byte[] bytes) {
        assertThat(read(bytes).problems()).isNotEmpty();
    }

    @Test
    void the_fingerprint_is_the_sha_256_of_all_bytes() throws Exception {
        byte[] bytes = "\uFEFF# edition 12\r\na,b,c\r\n1,2,3\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(read(bytes).fingerprint())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Provide
    static Arbitrary<List<String>> lines() {
        return Arbitraries.of("", "  ", "1,2,3", "\"x\ny\",2,3", "1,\"\n\n\",3", "1,2,\"z\n\"", ",,", "\"\"\"\n\",,")
                .list()
                .ofMaxSize(8);
    }

    @Provide
    static Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static CsvTable read(String text, String lineEnd) {
        return read(text.replace("\n", lineEnd));
    }

    private static CsvTable read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvTable read(byte[] bytes) {
        try {
            return CsvTable.read(new ByteArrayInputStream(bytes), COLUMNS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
