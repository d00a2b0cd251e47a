package io.huizong.contract.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled tree has every division of the statistical register, and none of the register's summary headings. */
class BundledDivisionsTest {

    private static final DivisionTree TREE = DivisionTree.bundled();
    private static final Jurisdiction KINMEN = TREE.get("350527").orElseThrow();
    private static final Set<String> HEADINGS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    @Test
    void each_level_has_as_many_as_the_register() {
        Map<Level, Long> counts =
                TREE.all().stream().collect(Collectors.groupingBy(Jurisdiction::level, Collectors.counting()));

        assertThat(counts)
                .isEqualTo(Map.of(
                        Level.NATION, 1L,
                        Level.PROVINCE, 31L,
                        Level.PREFECTURE, 333L,
                        Level.COUNTY, 2_975L,
                        Level.TOWNSHIP, 41_352L));
    }

    @Test
    void codes_have_the_length_of_their_level() {
        Map<Level, Integer> digits =
                Map.of(Level.NATION, 2, Level.PROVINCE, 2, Level.PREFECTURE, 4, Level.COUNTY, 6, Level.TOWNSHIP, 9);

        assertThat(TREE.all())
                .allSatisfy(jurisdiction -> assertThat(jurisdiction.code()).hasSize(digits.get(jurisdiction.level())));
    }

    @Test
    void everyone_reaches_the_root_through_ever_higher_levels_and_no_summary_heading() {
        assertThat(TREE.all()).allSatisfy(jurisdiction -> {
            List<Jurisdiction> above = TREE.ancestors(jurisdiction);
            Jurisdiction below = jurisdiction;
            for (Jurisdiction next : above) {
                assertThat(next.level().isAbove(below.level())).isTrue();
                assertThat(below.parent()).isEqualTo(next.code());
                assertThat(HEADINGS).doesNotContain(next.name());
                assertThat(next.level() == Level.COUNTY && next.code().endsWith("00"))
                        .isFalse();
                below = next;
            }
            assertThat(below).isEqualTo(TREE.root());
        });
    }

    @Test
    void a_code_begins_with_the_code_of_its_parent() {
        assertThat(TREE.all())
                .filteredOn(jurisdiction -> jurisdiction.level().compareTo(Level.PROVINCE) > 0)
                .allSatisfy(jurisdiction -> assertThat(jurisdiction.code()).startsWith(jurisdiction.parent()));
    }

    @Test
    void a_town_of_beijing_stands_below_its_district_the_city_and_the_country() {
        Jurisdiction yufa = TREE.get("110115107").orElseThrow();

        assertThat(yufa.name()).isEqualTo("榆垡镇");
        assertThat(TREE.ancestors(yufa)).extracting(Object::toString).containsExactly("大兴区 110115", "北京市 11", "全国 CN");
    }

    @ParameterizedTest
    @CsvSource({
        "CN, CN",
        "530000, 53",
        "530100, 5301",
        "530181000, 530181",
        "530181009000, 530181009",
        "530181000000, 530181",
        "530100000000, 5301",
        "530000000, 53",
        "110000, 11",
        "441900, 4419",
        "441900000, 4419",
        "441900003000, 441900003",
        "469001, 469001"
    })
    void padding_with_zeros_is_seen_through(String code, String found) {
        assertThat(TREE.find(code)).hasValueSatisfying(jurisdiction -> assertThat(jurisdiction.code())
                .isEqualTo(found));
    }

    @Test
    void every_code_is_found_by_itself_and_padded_to_6_9_and_12_digits() {
        assertThat(TREE.all())
                .filteredOn(jurisdiction -> jurisdiction != TREE.root() && jurisdiction != KINMEN)
                .allSatisfy(jurisdiction -> {
                    assertThat(TREE.find(jurisdiction.code())).contains(jurisdiction);
                    for (int length = 6; length <= 12; length += 3) {
                        if (length > jurisdiction.code().length()) {
                            assertThat(TREE.find(padded(jurisdiction, length))).contains(jurisdiction);
                        }
                    }
                });
    }

    /** The register gives this county one township: itself, under its own code with zeros. */
    @Test
    void a_code_of_its_own_is_not_taken_for_a_padded_one() {
        assertThat(TREE.find("350527000").orElseThrow().parent()).isEqualTo("350527");
        assertThat(TREE.find("350527")).contains(KINMEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1101",
                "110100",
                "110100000",
                "110100000000",
                "4190",
                "419000",
                "5002",
                "500200",
                "5300",
                "53000",
                "5300000",
                "53018100",
                "5301810090",
                "000000",
                "000000000000",
                "00",
                "0",
                "",
                " ",
                "cn",
                "CN00",
                "CN0000",
                "CN0000000",
                "100000",
                "９９",
                "５３",
                "530181009001"
            })
    void other_codes_and_summary_headings_are_unknown(String code) {
        assertThat(TREE.find(code)).isEmpty();
    }

    @Test
    void no_code_is_an_unknown_code() {
        assertThat(TREE.find(null)).isEmpty();
    }

    @Test
    void an_exact_look_up_sees_through_nothing() {
        assertThat(TREE.get("530000")).isEmpty();
        assertThat(TREE.get("53")).isPresent();
    }

    @Test
    void farms_and_development_zones_are_not_expected_to_report_and_all_others_are() {
        assertThat(TREE.all()).allSatisfy(jurisdiction -> {
            boolean farm = jurisdiction.level() == Level.TOWNSHIP
                    && (jurisdiction.code().charAt(6) == '4'
                            || jurisdiction.code().charAt(6) == '5');
            assertThat(jurisdiction.reports()).isEqualTo(!farm);
        });
        assertThat(TREE.all())
                .filteredOn(jurisdiction -> !jurisdiction.reports())
                .hasSize(2_710);
    }

    @Test
    void children_are_those_who_name_the_parent() {
        assertThat(TREE.children(TREE.root())).hasSize(31).allMatch(child -> child.level() == Level.PROVINCE);
        assertThat(TREE.children(TREE.get("11").orElseThrow()))
                .hasSize(16)
                .allMatch(child -> child.level() == Level.COUNTY);
        assertThat(TREE.children(TREE.get("530181009").orElseThrow())).isEmpty();
    }

    @Test
    void who_stands_above_covers_who_stands_below_and_itself() {
        Jurisdiction street = TREE.get("530181009").orElseThrow();
        Jurisdiction county = TREE.get("530181").orElseThrow();

        assertThat(TREE.covers(county, street)).isTrue();
        assertThat(TREE.covers(TREE.root(), street)).isTrue();
        assertThat(TREE.covers(street, street)).isTrue();
        assertThat(TREE.covers(street, county)).isFalse();
        assertThat(TREE.covers(TREE.get("11").orElseThrow(), street)).isFalse();
        assertThat(TREE.ancestors(TREE.root())).isEmpty();
    }

    @Test
    void it_is_the_same_tree_each_time() {
        assertThat(DivisionTree.bundled().fingerprint())
                .isEqualTo(TREE.fingerprint())
                .hasSize(64);
    }

    private static String padded(Jurisdiction jurisdiction, int length) {
        return jurisdiction.code() + "0".repeat(length - jurisdiction.code().length());
    }
}
