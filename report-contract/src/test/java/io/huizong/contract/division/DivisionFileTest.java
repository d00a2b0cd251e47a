package io.huizong.contract.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.csv.ReferenceFileException;

/** A user's file replaces the bundled tree if it is a tree; else every wrong row is named by its line. */
class DivisionFileTest {

    private static final String HEADING = "# edition 7\ncode,name,level,parent,from,until,reports\n";
    private static final String GOOD = """
            A1,甲县,COUNTY,A,2000,,yes
            CN,全国,NATION,,,,yes
            A,甲省,PROVINCE,CN,1997,2030,yes
            B2,乙镇,TOWNSHIP,CN,,1999,no
            """;

    @TempDir
    Path folder;

    @Test
    void parents_come_from_the_file_in_any_order_and_levels_may_be_skipped() throws IOException {
        DivisionTree tree = DivisionTree.read(plain(HEADING + GOOD));

        assertThat(tree.all()).extracting(Jurisdiction::code).containsExactly("A1", "CN", "A", "B2");
        assertThat(tree.ancestors(tree.get("A1").orElseThrow()))
                .extracting(Jurisdiction::code)
                .containsExactly("A", "CN");
        assertThat(tree.children(tree.root())).extracting(Jurisdiction::code).containsExactly("A", "B2");
        assertThat(tree.get("B2")).contains(new Jurisdiction("B2", "乙镇", Level.TOWNSHIP, "CN", null, 1999, false));
    }

    @ParameterizedTest
    @CsvSource({
        "A, 1996, false",
        "A, 1997, true",
        "A, 2030, true",
        "A, 2031, false",
        "A1, 1999, false",
        "A1, 9999, true",
        "B2, 1949, true",
        "B2, 2000, false",
        "CN, 2023, true"
    })
    void a_division_exists_from_its_first_year_until_its_last(String code, int year, boolean exists)
            throws IOException {
        DivisionTree tree = DivisionTree.read(plain(HEADING + GOOD));

        assertThat(tree.get(code).orElseThrow().existsIn(year)).isEqualTo(exists);
    }

    @Test
    void a_compressed_file_gives_the_same_tree_with_the_same_fingerprint() throws IOException {
        DivisionTree plain = DivisionTree.read(plain(HEADING + GOOD));
        DivisionTree compressed = DivisionTree.read(compressed(HEADING + GOOD));

        assertThat(compressed.all()).containsExactlyElementsOf(plain.all());
        assertThat(compressed.fingerprint()).isEqualTo(plain.fingerprint());
    }

    @Test
    void another_tree_has_another_fingerprint() throws IOException {
        DivisionTree one = DivisionTree.read(plain(HEADING + GOOD));
        DivisionTree other = DivisionTree.read(plain(HEADING + GOOD.replace("甲省", "丙省")));

        assertThat(other.fingerprint()).isNotEqualTo(one.fingerprint());
    }

    @Test
    void the_root_alone_is_a_tree() throws IOException {
        assertThat(DivisionTree.read(plain("\uFEFF" + HEADING + "CN,全国,NATION,,,,yes"))
                        .all())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "X,某地,COUNTY,Y,,,yes | line 7: 某地 X has the parent Y, which is not in the file",
                "X,某地,COUNTY,X,,,yes | line 7: 某地 X is above itself: a cycle",
                "X,某地,PROVINCE,A,,,yes | line 7: 某地 X of level PROVINCE has the parent 甲省 A of level PROVINCE, expected a higher level",
                "X,某地,PREFECTURE,A1,,,yes | line 7: 某地 X of level PREFECTURE has the parent 甲县 A1 of level COUNTY, expected a higher level",
                "X,某地,NATION,,,,yes | line 7: 某地 X of level NATION has no parent; only CN is a NATION, and only it has no parent",
                "X,某地,NATION,CN,,,yes | line 7: 某地 X of level NATION has the parent CN; only CN is a NATION, and only it has no parent",
                "X,某地,COUNTY,,,,yes | line 7: 某地 X of level COUNTY has no parent; only CN is a NATION, and only it has no parent",
                "A,甲省,PROVINCE,CN,,,yes | line 7: A is on line 5 already",
                "CN,全国,NATION,,,,yes | line 7: CN is on line 4 already",
                "X,某地,county,A,,,yes | line 7: level \"county\", expected one of [NATION, PROVINCE, PREFECTURE, COUNTY, TOWNSHIP]",
                "X,某地,,A,,,yes | line 7: level \"\", expected one of",
                "X,某地,COUNTY,A,99,,yes | line 7: from \"99\", expected a year or nothing",
                "X,某地,COUNTY,A,,二〇二〇,yes | line 7: until \"二〇二〇\", expected a year or nothing",
                "X,某地,COUNTY,A,２０２０,,yes | line 7: from \"２０２０\", expected a year or nothing",
                "X,某地,COUNTY,A,2020-01,,yes | line 7: from \"2020-01\", expected a year or nothing",
                "X,某地,COUNTY,A,2021,2020,yes | line 7: X exists from 2021 until 2020, which is no time",
                "X,某地,COUNTY,A,,,true | line 7: reports \"true\", expected yes or no",
                "X,某地,COUNTY,A,,, | line 7: reports \"\", expected yes or no",
                "X,,COUNTY,A,,,yes | line 7: X has no name",
                "X,\"　\",COUNTY,A,,,yes | line 7: X has no name",
                "X/2023,某地,COUNTY,A,,,yes | line 7: code \"X/2023\", expected 1 to 12 letters or digits",
                "某,某地,COUNTY,A,,,yes | line 7: code \"某\", expected 1 to 12 letters or digits",
                "1234567890123,某地,COUNTY,A,,,yes | line 7: code \"1234567890123\", expected 1 to 12 letters or digits",
                ",某地,COUNTY,A,,,yes | line 7: code \"\", expected 1 to 12 letters or digits",
                "X,某地,COUNTY,A,, | line 7: 6 columns, expected the 7 of the heading",
                "X,某,地,COUNTY,A,,,yes | line 7: 8 columns, expected the 7 of the heading",
                "X,\"某地,COUNTY,A,,,yes | line 7: wrong quotes, expected each to be closed"
            })
    void a_wrong_row_is_refused_by_its_line(String row, String problem) {
        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> DivisionTree.read(plain(HEADING + GOOD + row + "\n")))
                .withMessageContaining(folder.toString())
                .withMessageContaining(" is not a division tree:\n  " + problem);
    }

    @Test
    void a_year_from_and_until_is_no_contradiction() throws IOException {
        assertThat(DivisionTree.read(plain(HEADING + GOOD + "X,某地,COUNTY,A,2020,2020,yes\n"))
                        .get("X"))
                .hasValueSatisfying(x -> assertThat(x.existsIn(2020)).isTrue());
    }

    @Test
    void everyone_in_a_cycle_is_named_and_no_one_below_it() {
        String rows = "X,子,COUNTY,Y,,,yes\nY,丑,PREFECTURE,Z,,,yes\nZ,寅,PROVINCE,X,,,yes\nW,卯,TOWNSHIP,X,,,yes\n";

        assertThat(problems(HEADING + GOOD + rows))
                .containsExactly(
                        "line 7: 子 X is above itself: a cycle",
                        "line 8: 丑 Y is above itself: a cycle",
                        "line 9: 寅 Z is above itself: a cycle");
    }

    @Test
    void a_file_without_root_is_refused() {
        assertThat(problems(HEADING)).containsExactly("the root CN is missing");
        assertThat(problems(HEADING + "X,某地,NATION,,,,yes\n"))
                .contains("line 3: 某地 X of level NATION has no parent; only CN is a NATION, and only it has no parent");
    }

    @ParameterizedTest
    @CsvSource({"'CN,全国,NATION,A,,,yes', has the parent A", "'CN,全国,PROVINCE,,,,yes', of level PROVINCE has no parent"})
    void a_root_that_is_none_is_refused(String root, String problem) {
        assertThat(problems(HEADING + GOOD.replace("CN,全国,NATION,,,,yes", root)))
                .anySatisfy(line -> assertThat(line).startsWith("line 4: 全国 CN").contains(problem));
    }

    @Test
    void a_row_below_a_wrong_one_is_not_blamed() {
        assertThat(problems(HEADING + GOOD + "X,某地,what,A,,,yes\nX1,某县,COUNTY,X,,,yes\n"))
                .singleElement()
                .asString()
                .startsWith("line 7: level \"what\"");
    }

    @Test
    void lines_are_counted_through_blank_lines_and_quoted_newlines() {
        assertThat(problems(HEADING + GOOD + "\n\nX,\"某\n地\",COUNTY,A,,,yes\nX2,某地,COUNTY,Y,,,yes\n"))
                .containsExactly("line 11: 某地 X2 has the parent Y, which is not in the file");
    }

    @Test
    void twenty_problems_are_named_and_the_rest_counted() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 25; i++) {
            rows.append("X%d,某地,COUNTY,Y,,,yes%n".formatted(i));
        }

        assertThat(problems(HEADING + GOOD + rows)).hasSize(21).last().isEqualTo("and 5 more");
    }

    @Test
    void a_tree_knows_its_edition() throws IOException {
        assertThat(DivisionTree.read(plain(HEADING + GOOD)).edition()).isEqualTo(7);
        assertThat(DivisionTree.read(compressed(HEADING + GOOD)).edition()).isEqualTo(7);
    }

    @Test
    void a_file_without_edition_is_refused() {
        assertThat(problems(HEADING.substring(HEADING.indexOf('\n') + 1) + GOOD))
                .singleElement()
                .asString()
                .startsWith("line 1: the file begins with code,name,")
                .contains("expected the line \"# edition N\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code,name,level,parent\n", "name,code,level,parent,from,until,reports\n", ""})
    void other_columns_are_refused(String heading) {
        assertThat(problems("# edition 7\n" + heading)).first().asString().startsWith("line 2: the heading is ");
    }

    @Test
    void a_file_that_cannot_be_read_is_an_input_error() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> DivisionTree.read(folder.resolve("nowhere.csv")));
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> DivisionTree.read(
                        Files.writeString(folder.resolve("plain.csv.gz"), HEADING + GOOD, StandardCharsets.UTF_8)));
    }

    private List<String> problems(String content) {
        try {
            DivisionTree.read(plain(content));
        } catch (ReferenceFileException e) {
            return e.getMessage().lines().skip(1).map(String::trim).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }

    private Path plain(String content) throws IOException {
        return Files.writeString(folder.resolve("divisions.csv"), content, StandardCharsets.UTF_8);
    }

    private Path compressed(String content) throws IOException {
        Path file = folder.resolve("divisions.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
