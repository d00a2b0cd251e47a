package io.huizong.contract.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.huizong.contract.Bilingual;
import io.huizong.contract.csv.ReferenceFileException;

/** A file that is no catalog is refused with every wrong row, each named by its line. */
class IndicatorFileTest {

    private static final String HEADING = "# edition 7\ncode,kind,unit_zh,unit_en,label_zh,label_en,of\n";
    private static final String GOOD = """
            x.arisen,COUNT,件,cases,发生,Arisen,
            x.mediated,COUNT,件,cases,调解,Mediated,
            x.staff,STOCK,名,people,人员,Staff,
            x.money,AMOUNT,元,yuan,金额,Money,
            x.rank,LOCAL,位,place,排名,Rank,
            x.rate,RATE,%,%,调解率,Share mediated,x.mediated/x.arisen
            x.all,TOTAL,件,cases,合计,All,x.arisen+x.mediated+x.staff
            """;

    @TempDir
    Path folder;

    @Test
    void a_catalog_of_every_kind_is_read_in_order() throws IOException {
        IndicatorCatalog catalog = IndicatorCatalog.read(file(HEADING + GOOD));

        assertThat(catalog.all())
                .extracting(Indicator::code)
                .containsExactly("x.arisen", "x.mediated", "x.staff", "x.money", "x.rank", "x.rate", "x.all");
        assertThat(catalog.get("x.all").orElseThrow().operands()).containsExactly("x.arisen", "x.mediated", "x.staff");
        assertThat(catalog.get("x.all").orElseThrow().of()).isEqualTo("x.arisen+x.mediated+x.staff");
        assertThat(catalog.get("x.rank").orElseThrow().of()).isNull();
        assertThat(catalog.get("x.arisen").orElseThrow().label()).isEqualTo(new Bilingual("发生", "Arisen"));
    }

    @Test
    void the_edition_and_the_lines_of_the_entries_are_known() throws IOException {
        IndicatorCatalog catalog =
                IndicatorCatalog.read(file(HEADING + "x.a,COUNT,件,cases,\"甲\n乙\",A,\n\nx.b,COUNT,件,cases,乙,B,\n"));

        assertThat(catalog.edition()).isEqualTo(7);
        assertThat(catalog.lineOf("x.a")).isEqualTo(3);
        assertThat(catalog.lineOf("x.b")).isEqualTo(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.lineOf("x.c"))
                .withMessageContaining("x.c");
    }

    @Test
    void a_file_without_edition_is_refused_by_line_with_all_else_that_is_wrong() {
        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(
                        file(HEADING.substring(HEADING.indexOf('\n') + 1) + GOOD + "x.new,WHAT,件,cases,甲,A,\n")))
                .withMessageContaining("line 1: the file begins with code,kind,")
                .withMessageContaining("expected the line \"# edition N\"")
                .withMessageContaining("line 9: kind \"WHAT\"");
    }

    @Test
    void operands_may_stand_below_what_is_of_them() throws IOException {
        String rows = "x.rate,RATE,%,%,率,Rate,x.a/x.b\nx.a,COUNT,件,cases,甲,A,\nx.b,STOCK,件,cases,乙,B,\n";

        assertThat(IndicatorCatalog.read(file(HEADING + rows)).rates()).hasSize(1);
    }

    @Test
    void a_byte_order_mark_changes_nothing_but_the_fingerprint() throws IOException {
        IndicatorCatalog plain = IndicatorCatalog.read(file(HEADING + GOOD));
        IndicatorCatalog marked = IndicatorCatalog.read(file("\uFEFF" + HEADING + GOOD));

        assertThat(marked.all()).containsExactlyElementsOf(plain.all());
        assertThat(marked.fingerprint()).isNotEqualTo(plain.fingerprint());
    }

    @Test
    void a_quoted_comma_belongs_to_the_label() throws IOException {
        IndicatorCatalog catalog = IndicatorCatalog.read(file(HEADING + "x.a,COUNT,件,cases,\"甲,乙\",\"A, or B\",\n"));

        assertThat(catalog.get("x.a").orElseThrow().label()).isEqualTo(new Bilingual("甲,乙", "A, or B"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "x.new,COUNT,件,cases,甲,A, or B, | line 10: 8 columns, expected the 7 of the heading",
                "x.new,COUNT,件,cases,\"甲,乙\",\"A\" or B, | line 10: wrong quotes, expected each to be closed",
                "x.new,COUNT,件,cases,\"甲,乙,A, | line 10: wrong quotes, expected each to be closed",
                "x.new,COUNT,件,cases,甲 | line 10: 5 columns, expected the 7 of the heading",
                "x.arisen,COUNT,件,cases,发生,Arisen, | line 10: x.arisen is on line 3 already",
                "X.new,COUNT,件,cases,甲,A, | line 10: code \"X.new\", expected lower-case words joined by dots",
                "new,COUNT,件,cases,甲,A, | line 10: code \"new\", expected",
                "x.,COUNT,件,cases,甲,A, | line 10: code \"x.\", expected",
                "x..new,COUNT,件,cases,甲,A, | line 10: code \"x..new\", expected",
                "x.新,COUNT,件,cases,甲,A, | line 10: code \"x.新\", expected",
                "x.new:qualifier,COUNT,件,cases,甲,A, | line 10: code \"x.new:qualifier\", expected",
                ",COUNT,件,cases,甲,A, | line 10: code \"\", expected",
                "x.new,count,件,cases,甲,A, | line 10: kind \"count\", expected one of [COUNT, STOCK, AMOUNT, LOCAL, RATE, TOTAL]",
                "x.new,,件,cases,甲,A, | line 10: kind \"\", expected one of",
                "x.new,COUNT,,cases,甲,A, | line 10: x.new has no unit_zh",
                "x.new,COUNT,件,,甲,A, | line 10: x.new has no unit_en",
                "x.new,COUNT,件,cases, ,A, | line 10: x.new has no label_zh",
                "x.new,COUNT,件,cases,甲,, | line 10: x.new has no label_en",
                "x.new,COUNT,件,cases,甲,A,x.arisen | line 10: x.new of kind COUNT is of \"x.arisen\", expected nothing",
                "x.new,RATE,%,%,甲,A, | line 10: x.new of kind RATE is of \"\", expected a numerator and a denominator",
                "x.new,RATE,%,%,甲,A,x.arisen | line 10: x.new of kind RATE is of \"x.arisen\", expected a numerator",
                "x.new,RATE,%,%,甲,A,x.arisen+x.mediated | line 10: x.new of kind RATE is of \"x.arisen+x.mediated\", expected a numerator",
                "x.new,RATE,%,%,甲,A,x.arisen/x.mediated/x.staff | line 10: x.new of kind RATE is of",
                "x.new,RATE,%,%,甲,A,x.arisen/ | line 10: x.new is of , which is not in the catalog",
                "x.new,RATE,%,%,甲,A,x.arisen/x.arisen | line 10: x.new of kind RATE is of \"x.arisen/x.arisen\", expected each operand once",
                "x.new,TOTAL,件,cases,甲,A, | line 10: x.new of kind TOTAL is of \"\", expected two parts or more",
                "x.new,TOTAL,件,cases,甲,A,x.arisen | line 10: x.new of kind TOTAL is of \"x.arisen\", expected two parts or more",
                "x.new,TOTAL,件,cases,甲,A,x.arisen+x.arisen | line 10: x.new of kind TOTAL is of \"x.arisen+x.arisen\", expected each operand once",
                "x.new,RATE,%,%,甲,A,x.arisen/x.unknown | line 10: x.new is of x.unknown, which is not in the catalog",
                "x.new,TOTAL,件,cases,甲,A,x.arisen+x.new | line 10: x.new is of x.new, which is of kind TOTAL, expected COUNT or STOCK",
                "x.new,RATE,%,%,甲,A,x.arisen/x.money | line 10: x.new is of x.money, which is of kind AMOUNT, expected COUNT or STOCK",
                "x.new,RATE,%,%,甲,A,x.arisen/x.rank | line 10: x.new is of x.rank, which is of kind LOCAL, expected COUNT or STOCK",
                "x.new,TOTAL,件,cases,甲,A,x.arisen+x.rate | line 10: x.new is of x.rate, which is of kind RATE, expected COUNT or STOCK"
            })
    void a_wrong_row_is_refused_by_its_line(String row, String problem) {
        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(file(HEADING + GOOD + row + "\n")))
                .withMessageContaining(" is not an indicator catalog:\n  " + problem)
                .withMessageContaining(folder.toString());
    }

    @Test
    void the_longest_code_has_a_hundred_characters() throws IOException {
        String longest = "x." + "a".repeat(98);

        assertThat(IndicatorCatalog.read(file(HEADING + longest + ",COUNT,件,cases,甲,A,\n"))
                        .get(longest))
                .isPresent();
        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(file(HEADING + longest + "a,COUNT,件,cases,甲,A,\n")))
                .withMessageContaining("line 3: ");
    }

    @Test
    void every_wrong_row_is_named_at_once() {
        String rows = "x.a,WHAT,,cases,甲,A,\n\nx.b,COUNT,\"件\n\",cases,,B,\nx.c,RATE,%,%,丙,C,x.a/x.d\n";

        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(file(HEADING + rows)))
                .withMessageContaining("line 3: kind \"WHAT\"")
                .withMessageContaining("line 3: x.a has no unit_zh")
                .withMessageContaining("line 5: x.b has no label_zh")
                .withMessageContaining("line 7: x.c is of x.d, which is not in the catalog")
                // x.a is in the catalog, only wrong itself.
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "code,kind,unit_zh,unit_en,label_zh,label_en",
                "code,kind,label_zh,label_en,unit_zh,unit_en,of",
                "x.a,COUNT,件,cases,甲,A,",
                "code;kind;unit_zh;unit_en;label_zh;label_en;of"
            })
    void other_columns_are_refused(String heading) {
        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(file("# edition 7\n" + heading + "\n" + GOOD)))
                .withMessageContaining("line 2: the heading is " + heading
                        + ", expected code,kind,unit_zh,unit_en,label_zh,label_en,of");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatExceptionOfType(ReferenceFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(file("")))
                .withMessageContaining("line 1: the file is empty");
    }

    @Test
    void a_file_that_is_not_there_is_an_input_error() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> IndicatorCatalog.read(folder.resolve("nowhere.csv")));
    }

    @ParameterizedTest
    @EnumSource(IndicatorKind.class)
    void only_an_amount_has_decimals_and_only_rates_and_totals_are_not_reported(IndicatorKind kind) {
        assertThat(kind.decimals()).isEqualTo(kind == IndicatorKind.AMOUNT ? 2 : 0);
        assertThat(kind.isReported()).isEqualTo(!(kind == IndicatorKind.RATE || kind == IndicatorKind.TOTAL));
    }

    private Path file(String content) throws IOException {
        return Files.write(folder.resolve("indicators.csv"), content.getBytes(StandardCharsets.UTF_8));
    }
}
