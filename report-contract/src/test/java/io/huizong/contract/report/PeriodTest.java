package io.huizong.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A period has one name and one stretch of the calendar, and no other text is a period. */
class PeriodTest {

    private static final Set<String> PARTS = Set.of(
            "", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-01", "-02", "-03", "-04", "-05", "-06", "-07", "-08", "-09",
            "-10", "-11", "-12");

    @ParameterizedTest
    @CsvSource({
        "2023, 2023-01-01, 2023-12-31",
        "2023-H1, 2023-01-01, 2023-06-30",
        "2023-H2, 2023-07-01, 2023-12-31",
        "2023-Q1, 2023-01-01, 2023-03-31",
        "2023-Q4, 2023-10-01, 2023-12-31",
        "2023-02, 2023-02-01, 2023-02-28",
        "2024-02, 2024-02-01, 2024-02-29",
        "2023-11, 2023-11-01, 2023-11-30",
        "1949, 1949-01-01, 1949-12-31",
        "9999-12, 9999-12-01, 9999-12-31"
    })
    void each_form_begins_and_ends_where_the_calendar_says(String name, LocalDate begin, LocalDate end) {
        Period period = Period.parse(name);

        assertThat(period.begin()).isEqualTo(begin);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period).hasToString(name);
    }

    @Property
    void a_name_is_read_and_printed_unchanged(@ForAll("names") String name) {
        assertThat(Period.parse(name)).hasToString(name);
    }

    @Property
    void a_text_is_a_period_only_if_it_is_a_year_with_one_of_the_nineteen_parts(@ForAll("nearlyNames") String text) {
        if (isName(text)) {
            assertThat(Period.parse(text)).hasToString(text);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Period.parse(text))
                    .withMessageContaining(text)
                    .withMessageContaining("2023-H1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2023 ",
                " 2023",
                "2023\n",
                "2023-",
                "2023-1",
                "2023-00",
                "2023-13",
                "2023-011",
                "2023-H0",
                "2023-H3",
                "2023-Q0",
                "2023-Q5",
                "2023-h1",
                "2023-q4",
                "2023H1",
                "2023-H",
                "2023-W1",
                "2023-01-01",
                "2023/11",
                "2023–11",
                "23",
                "202",
                "02023",
                "12023",
                "1948",
                "0000",
                "-2023",
                "+2023",
                "2023年",
                "２０２３",
                "٢٠٢٣",
                "2023-H１",
                "null"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageContaining("is no period, expected a year from 1949 such as 2023");
    }

    @Test
    void null_is_refused() {
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> Period.parse(null));
    }

    @ParameterizedTest
    @CsvSource({"1948, YEAR, 1", "10000, YEAR, 1", "2023, YEAR, 0", "2023, YEAR, 2", "2023, HALF, 3"})
    void a_year_or_number_out_of_range_is_refused(int year, Period.Kind kind, int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(year, kind, number));
    }

    @Test
    void periods_are_ordered_by_begin_and_the_longer_comes_first() {
        List<String> inOrder =
                List.of("2022-12", "2023", "2023-H1", "2023-Q1", "2023-01", "2023-02", "2023-Q2", "2023-H2", "2024");

        List<Period> shuffled =
                new ArrayList<>(inOrder.stream().map(Period::parse).toList());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted().map(Period::toString)).containsExactlyElementsOf(inOrder);
    }

    @Property
    void only_equal_periods_compare_as_equal(@ForAll("names") String one, @ForAll("names") String other) {
        Period a = Period.parse(one);
        Period b = Period.parse(other);

        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    }

    @Test
    void the_parts_of_a_year_fill_it_without_gap_or_overlap() {
        for (Period.Kind kind : Period.Kind.values()) {
            List<Period> parts = PARTS.stream()
                    .map(part -> Period.parse("2024" + part))
                    .filter(period -> period.kind() == kind)
                    .sorted()
                    .toList();

            assertThat(parts.stream().flatMap(PeriodTest::months))
                    .containsExactlyElementsOf(months(Period.parse("2024")).toList());
        }
    }

    private static Stream<YearMonth> months(Period period) {
        YearMonth end = YearMonth.from(period.end());
        return Stream.iterate(
                YearMonth.from(period.begin()), month -> !month.isAfter(end), month -> month.plusMonths(1));
    }

    private static boolean isName(String text) {
        return text.length() >= 4
                && text.chars().limit(4).allMatch(digit -> digit >= '0' && digit <= '9')
                && text.compareTo("1949") >= 0
                && PARTS.contains(text.substring(4));
    }

    @Provide
    static Arbitrary<String> names() {
        return Combinators.combine(Arbitraries.integers().between(1949, 9999), Arbitraries.of(PARTS))
                .as((year, part) -> year + part);
    }

    @Provide
    static Arbitrary<String> nearlyNames() {
        Arbitrary<String> years = Arbitraries.strings().numeric().ofMinLength(3).ofMaxLength(5);
        Arbitrary<String> tails =
                Arbitraries.strings().withChars("-HQhq0123456789 \n０१").ofMaxLength(4);
        return Arbitraries.oneOf(
                names(),
                Combinators.combine(years, tails).as(String::concat),
                Combinators.combine(years, Arbitraries.of(PARTS)).as(String::concat),
                Arbitraries.strings().ofMaxLength(8));
    }

    @Test
    void the_next_one_is_of_the_same_kind() {
        assertThat(Period.parse("2023").next()).hasToString("2024");
        assertThat(Period.parse("2023-H1").next()).hasToString("2023-H2");
        assertThat(Period.parse("2023-H2").next()).hasToString("2024-H1");
        assertThat(Period.parse("2023-Q4").next()).hasToString("2024-Q1");
        assertThat(Period.parse("2023-11").next()).hasToString("2023-12");
        assertThat(Period.parse("2023-12").next()).hasToString("2024-01");
    }
}
