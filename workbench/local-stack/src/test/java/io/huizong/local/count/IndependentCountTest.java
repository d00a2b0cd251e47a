package io.huizong.local.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Nothing is counted twice, nothing waits for anybody, and a rate is never an average. */
class IndependentCountTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Indicator> CATALOG = List.of(
            Indicator.of("arisen", "COUNT", ""),
            Indicator.of("mediated", "COUNT", ""),
            Indicator.of("departments", "LOCAL", ""),
            Indicator.of("participation", "RATE", "mediated/arisen"),
            Indicator.of("all", "TOTAL", "arisen+mediated+missing"));

    // 县街街道 and 温泉街道 in 安宁市 in 昆明市 in 云南省.
    private static final Map<String, String> PARENTS =
            Map.of("530181009", "530181", "530181001", "530181", "530181", "5301", "5301", "53", "53", "CN");

    private final Map<String, SubmittedReport> reports = new HashMap<>();

    @Test
    void a_township_shows_in_everyone_above_it() {
        report("530181009", "{'figures': {'arisen': 124, 'mediated': 121}, 'statedRates': {'participation': 98.8}}");

        for (String code : List.of("530181", "5301", "53", "CN")) {
            assertThat(cell(code, "arisen")).containsEntry("effective", "124").containsEntry("subordinates", "124");
            assertThat(cell(code, "participation"))
                    .containsEntry("effective", "97.58")
                    .containsEntry("numerator", "121")
                    .containsEntry("denominator", "124")
                    .containsEntry("estimated", "0");
        }
    }

    @Test
    void a_whole_area_report_replaces_the_sum_below_it_and_leaves_the_rates_it_has_one_side_of() {
        report("530181009", "{'figures': {'arisen': 124, 'mediated': 121}}");
        report("530181", "{'figures': {'arisen': 1000}}");

        assertThat(cell("530181", "arisen"))
                .containsEntry("effective", "1000")
                .containsEntry("own", "1000")
                .containsEntry("subordinates", "124")
                .containsEntry("gap", "876")
                .containsEntry("contributors", "1");
        assertThat(cell("CN", "arisen")).containsEntry("effective", "1000");
        assertThat(cell("530181009", "arisen")).containsEntry("effective", "124");
        assertThat(cell("CN", "participation")).containsEntry("effective", "97.58");
    }

    @Test
    void an_own_level_report_adds_to_the_sum_below_it() {
        report("530181009", "{'figures': {'arisen': 124}}");
        report("530181", "{'scope': 'OWN_LEVEL', 'figures': {'arisen': {'value': 6, 'qualifier': 'ABOUT'}}}");

        assertThat(cell("530181", "arisen"))
                .containsEntry("effective", "130")
                .containsEntry("gap", "none")
                .containsEntry("contributors", "2")
                .containsEntry("approximate", "1");
    }

    @Test
    void a_stated_rate_stands_in_for_a_numerator_that_is_missing() {
        report(
                "530181009",
                "{'figures': {'arisen': {'value': 353, 'qualifier': 'AT_LEAST'}}, "
                        + "'statedRates': {'participation': 99.5}}");

        assertThat(cell("CN", "participation"))
                .containsEntry("numerator", "351")
                .containsEntry("estimated", "1")
                .containsEntry("approximate", "1");
    }

    @Test
    void nothing_of_nothing_is_no_pair_but_something_of_nothing_is_one_without_a_rate() {
        report("530181009", "{'figures': {'arisen': 0, 'mediated': 0}}");
        assertThat(count().cells("CN")).doesNotContainKey("participation");

        report("530181001", "{'figures': {'arisen': 0, 'mediated': 3}}");
        assertThat(cell("CN", "participation"))
                .containsEntry("effective", "none")
                .containsEntry("contributors", "1");
    }

    @Test
    void a_local_figure_stays_where_it_is() {
        report("530181009", "{'figures': {'departments': 15}}");

        assertThat(cell("530181009", "departments")).containsEntry("effective", "15");
        assertThat(count().cells("530181")).doesNotContainKey("departments");
    }

    @Test
    void a_total_says_how_many_of_its_parts_are_there() {
        report("530181009", "{'figures': {'arisen': 124, 'mediated': 121}}");

        assertThat(cell("CN", "all"))
                .containsEntry("effective", "245")
                .containsEntry("parts", "2")
                .containsEntry("partsOf", "3");
    }

    @Test
    void reports_without_figures_are_counted_apart() {
        report("530181009", "{'figures': {}}");
        report("530181", "{'figures': {'arisen': 0}}");

        assertThat(count().reports("CN"))
                .containsEntry("subtree", BigDecimal.valueOf(2))
                .containsEntry("withoutFigures", BigDecimal.valueOf(1));
    }

    private void report(String code, String json) {
        try {
            reports.put(code, new SubmittedReport(JSON.readTree(json.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private IndependentCount count() {
        return new IndependentCount(CATALOG, PARENTS, reports);
    }

    private Map<String, String> cell(String code, String indicator) {
        Map<String, String> cell = new HashMap<>();
        count().cells(code)
                .get(indicator)
                .forEach((field, value) -> cell.put(field, value == null ? "none" : value.toPlainString()));
        return cell;
    }
}
