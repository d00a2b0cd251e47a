package io.huizong.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
import io.huizong.local.count.Indicator.Kind;
import io.huizong.local.count.PeriodReports;
import io.huizong.local.count.SubmittedReport;

/**
 * The generated reports are the same in each run, could be a province's, have something of everything, and say what they
 * are.
 */
class DemoTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final String SHA_256 = "c71a4eb1f7f3c0d52ce15caf2cb5a8dba5b2998b0081bec7ec8bb12d4aa7fd7c";
    private static final List<String> YEARS = List.of("2019", "2020", "2021", "2022", "2023");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Demo demo;
    private static List<Indicator> catalog;
    private static List<JsonNode> reports;

    @BeforeAll
    static void generate() throws IOException {
        demo = Demo.of(CHECKOUT, List.of());
        catalog = Demo.catalog(CHECKOUT);
        reports = new ArrayList<>();
        for (List<SubmittedReport> year : demo.years().values()) {
            for (SubmittedReport report : year) {
                reports.add(JSON.readTree(report.text()));
            }
        }
    }

    @Test
    void every_run_writes_the_same_files(@TempDir Path folder) throws Exception {
        demo.write(folder);

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String year : YEARS) {
            digest.update(Files.readAllBytes(folder.resolve(year + ".ndjson")));
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(SHA_256);
    }

    @Test
    void every_report_says_in_both_languages_that_it_is_synthetic() {
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.path("remarks").asText())
                        .contains("模拟数据", "不是任何机关的真实报告", "Synthetic", "not a real report"));
    }

    @Test
    void no_report_takes_the_place_of_a_real_one_or_of_any_that_is_there() throws IOException {
        JsonNode real = JSON.readTree(Files.readAllBytes(CHECKOUT.resolve("docs/samples/530181009-2021.json")));
        JsonNode padded = JSON.readTree("{\"jurisdiction\": \"530100000000\", \"period\": \"2022\"}");

        Demo beside = Demo.of(CHECKOUT, List.of(new SubmittedReport(real), new SubmittedReport(padded)));

        assertThat(places(demo)).contains("530181009/2021", "5301/2022");
        Set<String> expected = new TreeSet<>(places(demo));
        expected.removeAll(Set.of("530181009/2021", "5301/2022"));
        assertThat(places(beside)).isEqualTo(expected);
        assertThat(reports).allMatch(report -> report.path("expectedRevision").asInt(-1) == 0);
    }

    @Test
    void each_level_reports_each_year_but_not_everyone_does() {
        Map<Integer, Long> places = demo.parents().keySet().stream().collect(groupingBy(String::length, counting()));
        for (String year : YEARS) {
            Map<Integer, Long> reporting = reports.stream()
                    .filter(report -> report.path("period").asText().equals(year))
                    .collect(groupingBy(
                            report -> report.path("jurisdiction").asText().length(), counting()));
            assertThat(reporting).containsOnlyKeys(2, 4, 6, 9);
            assertThat(reporting.get(2)).isEqualTo(1);
            assertThat(reporting.get(6)).isBetween(places.get(6) * 9 / 10, places.get(6) - 1);
            assertThat(reporting.get(9)).isBetween(places.get(9) * 3 / 4, places.get(9) * 19 / 20);
        }
    }

    @Test
    void every_rate_is_given_by_counts_by_a_denominator_and_by_a_percentage_alone() {
        for (Indicator rate : catalog.stream()
                .filter(indicator -> indicator.kind() == Kind.RATE)
                .toList()) {
            assertThat(reports)
                    .as(rate.code())
                    .anyMatch(report -> gives(report, rate.operands().get(0))
                            && gives(report, rate.operands().get(1)))
                    .anyMatch(report -> states(report, rate)
                            && gives(report, rate.operands().get(1))
                            && !gives(report, rate.operands().get(0)))
                    .anyMatch(report -> states(report, rate)
                            && !gives(report, rate.operands().get(1))
                            && !gives(report, rate.operands().get(0)));
        }
    }

    @Test
    void every_other_indicator_is_given() {
        Set<String> given = reports.stream()
                .flatMap(report -> fields(report.path("figures")).stream())
                .collect(toSet());

        assertThat(given)
                .isEqualTo(catalog.stream()
                        .filter(indicator -> indicator.kind() != Kind.RATE && indicator.kind() != Kind.TOTAL)
                        .map(Indicator::code)
                        .collect(toSet()));
    }

    @Test
    void scopes_qualifiers_late_dates_and_empty_reports_are_among_them() {
        assertThat(share(report -> report.path("scope").asText().equals("OWN_LEVEL")))
                .isBetween(1.0, 5.0);
        assertThat(share(report -> report.toString().contains("AT_LEAST"))).isBetween(10.0, 60.0);
        assertThat(share(report -> report.toString().contains("ABOUT"))).isBetween(10.0, 60.0);
        assertThat(share(report -> report.path("figures").isEmpty())).isBetween(0.5, 2.0);
        assertThat(share(report -> report.path("source")
                                .path("documentDate")
                                .asText()
                                .compareTo(report.path("period").asInt() + 1 + "-03-01")
                        >= 0))
                .isBetween(5.0, 20.0);
    }

    @Test
    void totals_are_what_a_province_of_that_size_could_have() {
        for (String year : YEARS) {
            IndependentCount count = count(year);
            assertThat(effective(count, "mediation.disputes_arisen")).isBetween(100_000.0, 250_000.0);
            assertThat(effective(count, "mediation.success_rate")).isBetween(90.0, 99.5);
            assertThat(effective(count, "training.sessions")).isBetween(10_000.0, 40_000.0);
            assertThat(effective(count, "reconsideration.applications")).isBetween(5_000.0, 15_000.0);
            assertThat(effective(count, "reconsideration.correction_rate")).isBetween(5.0, 25.0);
            assertThat(effective(count, "litigation.head_appearance_rate")).isBetween(75.0, 100.0);
        }
    }

    @Test
    void those_above_report_more_than_those_below_them_with_a_few_contradictions() {
        for (String year : YEARS) {
            IndependentCount count = count(year);
            List<BigDecimal> gaps = above().flatMap(code -> count.cells(code).values().stream())
                    .map(cell -> cell.get("gap"))
                    .filter(gap -> gap != null)
                    .toList();
            assertThat(gaps.stream().filter(gap -> gap.signum() > 0).count()).isGreaterThan(3_000);
            assertThat(gaps.stream().filter(gap -> gap.signum() < 0).count()).isBetween(2L, 60L);
        }
    }

    @Test
    void one_county_has_the_lowest_mediation_success_rate_of_2021() {
        IndependentCount count = count("2021");
        List<BigDecimal> rates = above().filter(code -> code.length() == 6)
                .map(code -> count.cells(code).get("mediation.success_rate"))
                .filter(cell -> cell != null)
                .map(cell -> cell.get("effective"))
                .sorted()
                .toList();

        assertThat(rates).hasSizeGreaterThan(120);
        assertThat(rates.get(0)).isBetween(new BigDecimal(60), rates.get(1).subtract(new BigDecimal("0.05")));
    }

    private static IndependentCount count(String year) {
        PeriodReports current = new PeriodReports(demo.parents());
        demo.years().get(year).forEach(report -> current.put(report.jurisdiction(), report));
        return current.count(catalog);
    }

    private static Stream<String> above() {
        return new PeriodReports(demo.parents()).above().stream().filter(code -> !code.equals("CN"));
    }

    private static double effective(IndependentCount count, String indicator) {
        return count.cells(Demo.PROVINCE).get(indicator).get("effective").doubleValue();
    }

    private static double share(Predicate<JsonNode> condition) {
        return 100.0 * reports.stream().filter(condition).count() / reports.size();
    }

    private static boolean gives(JsonNode report, String indicator) {
        return report.path("figures").has(indicator);
    }

    private static boolean states(JsonNode report, Indicator rate) {
        return report.path("statedRates").has(rate.code());
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> places(Demo demo) {
        return demo.years().values().stream()
                .flatMap(List::stream)
                .map(report -> report.jurisdiction() + "/" + report.period())
                .collect(toSet());
    }
}
