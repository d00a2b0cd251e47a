package io.huizong.aggregation.query.submission;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.withdrawn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.aggregation.query.http.Cursor;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** A report of which tree or catalog lack a part is a revision like any other; what is not counted is named. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class UncountedTest extends Asking {

    private static final String NEW = "mediation.things_new";
    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00Z");

    @Inject
    MeterRegistry meters;

    @Test
    void an_unknown_indicator_is_named_and_the_others_count() {
        ReportEvent event = ReportsTopicWriter.submitted(wholeArea("110101001", ARISEN, 3, NEW, 5));
        publish(event);

        submission(event)
                .body("outcome", equalTo("APPLIED"))
                .body("revision", equalTo(1))
                .body("notCounted.pointer", contains("#/figures/" + NEW))
                .body("notCounted.code", contains("indicator.unknown"));
        viewer().get("/rollups/11/2022")
                .then()
                .body("indicators.'%s'.effective".formatted(ARISEN), equalTo(3))
                .body("indicators", not(hasKey(NEW)))
                .body("reports.subtree", equalTo(1));
        assertThat(uncounted("110101001")).containsExactly("110101001/2022 1 " + event.submissionId());
    }

    @Test
    void what_is_never_reported_is_named() {
        Report report = new Report(
                "110101002",
                Period.parse("2022"),
                Scope.WHOLE_AREA,
                Map.of("training.sessions", Figure.exact(4)),
                Map.of(ARISEN, BigDecimal.TEN),
                null,
                null,
                null);
        ReportEvent event = ReportsTopicWriter.submitted(report);
        publish(event);

        submission(event)
                .body("outcome", equalTo("APPLIED"))
                .body("notCounted.pointer", contains("#/figures/training.sessions", "#/statedRates/" + ARISEN))
                .body("notCounted.code", contains("indicator.derived", "indicator.not_a_rate"));
    }

    @Test
    void a_figure_with_decimals_of_a_whole_number_is_named_and_in_no_total_and_in_no_rate() {
        Report report = new Report(
                "210102001",
                Period.parse("2022"),
                Scope.WHOLE_AREA,
                Map.of(
                        "mediation.cases_mediated", Figure.exact(200),
                        "mediation.cases_succeeded", new Figure(new BigDecimal("12.5"), Qualifier.ABOUT),
                        "mediation.subsidies", new Figure(new BigDecimal("12.5"), Qualifier.EXACT)),
                Map.of("mediation.success_rate", BigDecimal.TEN),
                null,
                null,
                null);
        ReportEvent event = ReportsTopicWriter.submitted(report);
        publish(event);

        submission(event)
                .body("outcome", equalTo("APPLIED"))
                .body("notCounted.pointer", contains("#/figures/mediation.cases_succeeded"))
                .body("notCounted.code", contains("figure.not_whole"));
        viewer().get("/rollups/210102001/2022")
                .then()
                .body("indicators", not(hasKey("mediation.cases_succeeded")))
                .body("indicators.'mediation.success_rate'.numerator", equalTo(20))
                .body("indicators.'mediation.success_rate'.estimated", equalTo(1))
                .body("indicators.'mediation.subsidies'.effective", equalTo(12.5f));
        assertThat(admin().post("/maintenance/audit").asString()).contains("\"differences\":0");
    }

    @Test
    void a_report_of_an_unknown_jurisdiction_is_a_revision_that_is_in_no_total() {
        long before = version("CN");
        ReportEvent first = ReportsTopicWriter.submitted(wholeArea("XX99", ARISEN, 3, NEW, 5));
        ReportEvent second = ReportsTopicWriter.submitted(wholeArea("XX99", ARISEN, 4), 1);
        ReportEvent late = ReportsTopicWriter.submitted(wholeArea("XX99", ARISEN, 9), 1);
        publish(first, second, late);

        submission(first)
                .body("outcome", equalTo("APPLIED"))
                .body("notCounted.pointer", contains("#/jurisdiction"))
                .body("notCounted.code", contains("jurisdiction.unknown"));
        submission(second).body("revision", equalTo(2));
        submission(late).body("outcome", equalTo("CONFLICT")).body("$", not(hasKey("notCounted")));
        assertThat(uncounted("XX99")).containsExactly("XX99/2022 2 " + second.submissionId());
        assertThat(version("CN")).isEqualTo(before);
    }

    @Test
    void who_expects_no_report_beside_it_is_a_conflict_from_the_start() {
        ReportEvent first = ReportsTopicWriter.submitted(wholeArea("120101001", NEW, 5));
        ReportEvent second = ReportsTopicWriter.submitted(wholeArea("120101001", ARISEN, 7), 0);
        publish(first, second);

        submission(first).body("revision", equalTo(1));
        submission(second).body("outcome", equalTo("CONFLICT"));
        viewer().get("/rollups/120101/2022").then().body("indicators", not(hasKey(ARISEN)));
    }

    @Test
    void its_withdrawal_is_the_next_revision_and_takes_it_off_the_list() {
        ReportEvent first = ReportsTopicWriter.submitted(wholeArea("130102001", NEW, 5));
        ReportEvent second = withdrawn("130102001", "2022");
        publish(first);
        assertThat(uncounted("130102001")).hasSize(1);

        publish(second);

        submission(second).body("outcome", equalTo("APPLIED")).body("revision", equalTo(2));
        assertThat(uncounted("130102001")).isEmpty();
        submission(first).body("notCounted.code", contains("indicator.unknown"));
    }

    @Test
    void other_content_under_its_key_is_a_key_used_again() {
        ReportEvent first = keyed(wholeArea("140105001", NEW, 5));
        ReportEvent second = keyed(wholeArea("140105001", ARISEN, 5));
        publish(first, second);

        submission(first).body("outcome", equalTo("APPLIED"));
        submission(second).body("outcome", equalTo("KEY_REUSED"));
    }

    @Test
    void an_amendment_that_is_known_as_a_whole_takes_it_off_the_list() {
        publish(wholeArea("150102001", NEW, 5));
        assertThat(uncounted("150102001")).hasSize(1);

        publish(wholeArea("150102001", ARISEN, 5));

        assertThat(uncounted("150102001")).isEmpty();
    }

    @Test
    void the_list_comes_in_pages_and_is_counted() {
        for (int number = 1; number <= 5; number++) {
            publish(wholeArea("YY" + number, ARISEN, 1));
        }

        List<String> paged = pages(this::admin, "/maintenance/uncounted?limit=2", "items.jurisdiction");
        assertThat(paged).doesNotHaveDuplicates().isSorted().contains("YY1", "YY2", "YY3", "YY4", "YY5");
        eventually().until(() -> meters.get("huizong.uncounted.reports").gauge().value() == paged.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "2022", "", "/", "x/53", "2022-13/53"})
    void a_cursor_that_was_made_up_is_refused(String position) {
        String cursor = new Cursor("uncounted").write(position);

        problem(
                admin().queryParam("cursor", cursor)
                        .get("/maintenance/uncounted")
                        .then(),
                400);
    }

    @Test
    void only_admins_see_the_list() {
        problem(viewer().get("/maintenance/uncounted").then(), 403);
        problem(submitter("CN").get("/maintenance/uncounted").then(), 403);
        problem(given().get("/maintenance/uncounted").then(), 401);
    }

    private static ReportSubmitted keyed(Report report) {
        return new ReportSubmitted(UUID.randomUUID(), TIME, report, new Origin("keyed", "once", null), null, List.of());
    }

    private ValidatableResponse submission(ReportEvent event) {
        return viewer().get("/submissions/{id}", event.submissionId()).then().statusCode(200);
    }

    private List<String> uncounted(String jurisdiction) {
        List<Map<String, Object>> items = admin().get("/maintenance/uncounted?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return items.stream()
                .filter(item -> jurisdiction.equals(item.get("jurisdiction")))
                .map(item -> "%s/%s %s %s"
                        .formatted(
                                item.get("jurisdiction"),
                                item.get("period"),
                                item.get("revision"),
                                item.get("submissionId")))
                .toList();
    }

    private long version(String jurisdiction) {
        return viewer().get("/rollups/{code}/2022", jurisdiction).jsonPath().getLong("version");
    }
}
