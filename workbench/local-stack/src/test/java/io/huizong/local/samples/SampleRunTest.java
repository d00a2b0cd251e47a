package io.huizong.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.local.count.PeriodReports;
import io.huizong.local.count.SubmittedReport;

/** What the services show is printed, and every difference from what the files say is named. */
class SampleRunTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REPORT =
            "{'jurisdiction': '530181009', 'period': '2021', 'figures': {'arisen': 124, 'mediated': {'value': 121, 'qualifier': 'ABOUT'}}}";
    private static final String RIGHT = """
            {'jurisdiction': {'code': '530181', 'name': '安宁市'}, 'reports': {'own': false, 'subtree': 1, 'withoutFigures': 0}, 'indicators': {
              'arisen': {'effective': 124, 'own': null, 'subordinates': 124, 'gap': null, 'contributors': 1, 'approximate': 0},
              'mediated': {'effective': 121, 'own': null, 'subordinates': 121, 'gap': null, 'contributors': 1, 'approximate': 1},
              'participation': {'effective': 97.58, 'numerator': 121, 'denominator': 124, 'contributors': 1, 'estimated': 0, 'approximate': 1},
              'all': {'effective': 245, 'parts': 2, 'partsOf': 3}}}""";
    private static final String OWN = RIGHT.replace(
                    "'own': null, 'subordinates': 124", "'own': 124, 'subordinates': null")
            .replace("'own': null, 'subordinates': 121", "'own': 121, 'subordinates': null")
            .replace("'530181', 'name': '安宁市'", "'530181009', 'name': '县街街道'");

    private static final String NATION = RIGHT.replace("'530181', 'name': '安宁市'", "'CN', 'name': '全国'");

    private final List<String> printed = new ArrayList<>();
    private StandInServices services;

    @BeforeEach
    void start() throws IOException {
        services = new StandInServices()
                .answering("POST /reports", 202, "{'submissionId': 's1'}")
                .answering("GET /submissions/s1", 200, "{'submissionId': 's1', 'outcome': 'APPLIED'}")
                .answering("GET /jurisdictions/530181009", 200, """
                        {'code': '530181009', 'name': '县街街道', 'parents': [
                          {'code': '530181', 'name': '安宁市'}, {'code': 'CN', 'name': '全国'}]}""")
                .answering("GET /indicators", 200, """
                        [{'code': 'arisen', 'kind': 'COUNT'}, {'code': 'mediated', 'kind': 'COUNT'},
                         {'code': 'participation', 'kind': 'RATE', 'of': 'mediated/arisen'},
                         {'code': 'all', 'kind': 'TOTAL', 'of': 'arisen+mediated+missing'}]""")
                .answering("GET /rollups/530181009/2021", 200, OWN)
                .answering("GET /rollups/530181/2021", 200, RIGHT)
                .answering("GET /rollups/CN/2021", 200, NATION);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void equal_totals_of_a_chain_are_printed_once() throws IOException {
        assertThat(run(REPORT)).isEmpty();

        assertThat(String.join("", printed).lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .containsExactly(
                        "安宁市 530181 / 2021",
                        "全国 CN / 2021",
                        "  1 report",
                        "  arisen  124",
                        "  mediated  121 (approximate 1)",
                        "  participation  97.58 (approximate 1)",
                        "  all  245 (parts 2 of 3)");
    }

    @Test
    void a_wrong_total_is_named() throws IOException {
        services.answering("GET /rollups/CN/2021", 200, NATION.replace("'effective': 124", "'effective': 125"));

        assertThat(run(REPORT)).containsExactly("全国 CN / 2021, arisen: effective is 125, the files give 124.");
        assertThat(printed).hasSize(2);
    }

    @Test
    void a_total_that_nobody_reported_is_named() throws IOException {
        services.answering(
                "GET /rollups/CN/2021", 200, NATION.replace("'arisen':", "'other': {'effective': 1}, 'arisen':"));

        assertThat(run(REPORT))
                .containsExactly("全国 CN / 2021, other: the service shows {\"effective\":1}, the files give nothing.");
    }

    @Test
    void other_reports_that_are_applied_count_too() throws IOException {
        services.answering("GET /rollups/530181/2021", 200, RIGHT.replace("'subtree': 1", "'subtree': 2"))
                .answering("GET /rollups/CN/2021", 200, NATION.replace("'subtree': 1", "'subtree': 2"));
        PeriodReports others = new PeriodReports(Map.of("530181001", "530181", "530181", "CN"));
        others.put("530181001", new SubmittedReport(JSON.readTree("{\"figures\": {\"arisen\": 6, \"mediated\": 3}}")));

        List<String> findings = run(REPORT, Map.of("2021", others));

        assertThat(findings)
                .contains("全国 CN / 2021, arisen: effective is 124, the files give 130.")
                .noneMatch(finding -> finding.contains("reports that were not submitted"));
    }

    @Test
    void reports_of_others_are_given_as_the_reason() throws IOException {
        services.answering("GET /rollups/CN/2021", 200, NATION.replace("'subtree': 1", "'subtree': 3"));

        assertThat(run(REPORT)).first().asString().contains("reports that were not submitted now (2)");
    }

    @Test
    void a_refusal_shows_every_problem() throws IOException {
        services.answering("POST /reports", 422, """
                {'detail': 'Problems found: 1', 'errors': [
                  {'pointer': '#/figures/x', 'code': 'unknown-indicator', 'detail': 'x is no indicator.'}]}""");

        assertThat(run(REPORT))
                .singleElement()
                .asString()
                .startsWith("a.json was refused with 422: Problems found: 1")
                .contains("#/figures/x unknown-indicator: x is no indicator.");
    }

    @Test
    void a_report_that_was_not_applied_is_named() throws IOException {
        services.answering("GET /submissions/s1", 200, "{'outcome': 'UNREADABLE'}");

        assertThat(run(REPORT)).containsExactly("a.json was accepted as s1 and came to UNREADABLE.");
    }

    private List<String> run(String report) throws IOException {
        return run(report, Map.of());
    }

    private List<String> run(String report, Map<String, PeriodReports> others) throws IOException {
        byte[] body = report.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new SampleRun(services.client(), printed::add).run(List.of(new SampleFile("a.json", body)), others);
    }
}
