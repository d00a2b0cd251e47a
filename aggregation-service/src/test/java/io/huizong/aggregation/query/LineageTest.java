package io.huizong.aggregation.query;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.ownLevel;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.RandomHistory;
import io.huizong.aggregation.ReportLog;
import io.huizong.aggregation.Reports;
import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.rollup.FigureView;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RateView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.Warning;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.local.LocalIssuer;

/** Every total can be followed down to the reports that it is made of, and every report back to who sent it. */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class LineageTest {

    private static final String ARISEN = "mediation.disputes_arisen";
    private static final String CONTRIBUTIONS = "/rollups/{code}/{period}/contributions?indicator={indicator}";
    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00.123456Z");
    private static final Warning WARNING =
            new Warning("#/figures/mediation.disputes_arisen", "TEST_WARNING", new Warning.Detail("奇怪", "odd"));

    LocalIssuer issuer;

    @Inject
    ReportLog log;

    @Inject
    BatchApplication application;

    @Inject
    Contributions contributions;

    @Inject
    OneState state;

    @Inject
    EntityManager entities;

    @Inject
    RollupReader rollups;

    @Inject
    Generations generations;

    @Inject
    DivisionTree tree;

    @Inject
    IndicatorCatalog catalog;

    @Test
    void a_total_is_made_of_the_reports_that_no_report_above_hides() {
        ReportSubmitted own = ReportLog.submitted(ownLevel("140105", ARISEN, 5));
        publish(
                ReportLog.submitted(wholeArea("140105001", ARISEN, 10)),
                ReportLog.submitted(wholeArea("140105002", ARISEN, 20)),
                own,
                ReportLog.submitted(wholeArea("140106001", ARISEN, 7)),
                ReportLog.submitted(wholeArea("140106", ARISEN, 30)),
                ReportLog.submitted(wholeArea("1401", "publicity.events", 1)));

        viewer().get(CONTRIBUTIONS, "14", "2022", ARISEN)
                .then()
                .statusCode(200)
                .body("jurisdiction.name", equalTo("山西省"))
                .body("total.effective", equalTo(65))
                .body("total.contributors", equalTo(4))
                .body("contributions.jurisdiction.code", contains("140105", "140105001", "140105002", "140106"))
                .body("contributions.value", contains(5, 10, 20, 30))
                .body("contributions[0].scope", equalTo("OWN_LEVEL"))
                .body("contributions[0].revision", equalTo(1))
                .body(
                        "contributions[0].submissionId",
                        equalTo(own.submissionId().toString()))
                .body("contributions[0].qualifier", equalTo("EXACT"))
                .body("contributions[0].approximate", equalTo(false))
                .body("contributions[0].containsKey('numerator')", equalTo(false))
                .body("next", nullValue());
    }

    @Test
    void a_rate_is_made_of_pairs() {
        publish(ReportLog.submitted(Reports.sample("530181009-2021")));

        viewer().get(CONTRIBUTIONS, "CN", "2021", "petitions.conclusion_rate")
                .then()
                .statusCode(200)
                .body("contributions.find { it.jurisdiction.code == '530181009' }.numerator", equalTo(353))
                .body("contributions.find { it.jurisdiction.code == '530181009' }.denominator", equalTo(353))
                .body("contributions.find { it.jurisdiction.code == '530181009' }.estimated", equalTo(true))
                .body(
                        "contributions.find { it.jurisdiction.code == '530181009' }.containsKey('value')",
                        equalTo(false));
    }

    @Test
    void contributions_add_up_to_the_total_wherever_it_is_and_however_it_is_paged() throws Exception {
        long seed = System.nanoTime();
        RandomHistory history = new RandomHistory("log-of-this-test", seed, tree, 400);

        history.apply(application);

        for (Period period : RandomHistory.PERIODS) {
            for (Jurisdiction jurisdiction : history.jurisdictions()) {
                for (String code : List.of(RandomHistory.FIGURES.get(0), RandomHistory.RATE, RandomHistory.LOCAL)) {
                    Place place = new Place(jurisdiction, period);
                    assertAddUp(place, catalog.get(code).orElseThrow(), seed);
                }
            }
        }
    }

    private void assertAddUp(Place place, Indicator indicator, long seed) {
        int generation = generations.serving();
        List<Contribution> all = new ArrayList<>();
        List<Contribution> page = state.of(() -> contributions.find(generation, place, indicator, null, 3));
        while (!page.isEmpty()) {
            all.addAll(page);
            Jurisdiction last =
                    tree.get(page.get(page.size() - 1).jurisdiction().code()).orElseThrow();
            page = state.of(() -> contributions.find(generation, place, indicator, last, 3));
        }
        BigDecimal sum = all.stream()
                .map(each -> each.value() == null ? each.numerator() : each.value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        IndicatorView total = rollups.read(generation, place).indicators().get(indicator.code());
        assertThat(sum).as("%s of %s, seed %d", indicator.code(), place, seed).isEqualByComparingTo(value(total));
        assertThat(all)
                .as("%s of %s, seed %d", indicator.code(), place, seed)
                .hasSize(contributors(total))
                .doesNotHaveDuplicates();
    }

    private static BigDecimal value(IndicatorView total) {
        if (total == null) {
            return BigDecimal.ZERO;
        }
        return total instanceof RateView rate ? rate.numerator() : total.effective();
    }

    private static int contributors(IndicatorView total) {
        if (total == null) {
            return 0;
        }
        return total instanceof RateView rate ? rate.contributors() : ((FigureView) total).contributors();
    }

    @Test
    void an_answer_sees_one_state_of_the_database() {
        long appliedMeanwhile = state.of(() -> {
            long before = submissions();
            publish(ReportLog.submitted(wholeArea("350102002", ARISEN, 1)));
            return submissions() - before;
        });

        assertThat(appliedMeanwhile).isZero();
    }

    private long submissions() {
        return (Long) entities.createNativeQuery("select count(*) from submission", Long.class)
                .getSingleResult();
    }

    @Test
    void contradictions_come_first_then_gaps_then_warnings() {
        publish(
                ReportLog.submitted(wholeArea("320102002", ARISEN, 30, "publicity.events", 1)),
                ReportLog.submitted(wholeArea("320102", ARISEN, 25, "publicity.events", 101)),
                ReportLog.submitted(wholeArea("320104001", ARISEN, 50)),
                ReportLog.submitted(wholeArea("320104", ARISEN, 10)),
                ReportLog.submitted(wholeArea("320105001", ARISEN, 5)),
                ReportLog.submitted(wholeArea("320105", ARISEN, 5)),
                submitted("warned", TIME, wholeArea("320105002", "petitions.received", 1), WARNING));

        viewer().get("/gaps/32/2022")
                .then()
                .statusCode(200)
                .body("items.kind", contains("CONTRADICTION", "CONTRADICTION", "GAP", "WARNING"))
                .body("items.jurisdiction.code", contains("320104", "320102", "320102", "320105002"))
                .body("items.gap", contains(-40, -5, 100, null))
                .body("items[0].own", equalTo(10))
                .body("items[0].subordinates", equalTo(50))
                .body("items[2].indicator", equalTo("publicity.events"))
                .body("items[3].revision", equalTo(1))
                .body("items[3].warnings.code", contains("TEST_WARNING"))
                .body("next", nullValue());
        viewer().get("/gaps/32/2022?kind=WARNING&kind=GAP").then().body("items.kind", contains("GAP", "WARNING"));
        viewer().get("/gaps/320104/2022").then().body("items", hasSize(1));
        assertThat(pages("/gaps/32/2022?limit=1", "items.kind"))
                .containsExactly("CONTRADICTION", "CONTRADICTION", "GAP", "WARNING");

        publish(ReportLog.submitted(wholeArea("320105002", "petitions.received", 2)));

        viewer().get("/gaps/32/2022?kind=WARNING").then().body("items", empty());
    }

    @Test
    void a_report_is_shown_with_what_it_came_with() {
        ReportSubmitted event = submitted("sender", TIME, wholeArea("330102001", ARISEN, 3), WARNING);
        publish(event);

        viewer().get("/reports/330102001000/2022")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("submissionId", equalTo(event.submissionId().toString()))
                .body("client", equalTo("sender"))
                .body("submittedAt", equalTo(TIME.toString()))
                .body("warnings.detail.en", contains("odd"))
                .body("report.jurisdiction", equalTo("330102001"))
                .body("report.period", equalTo("2022"))
                .body("report.figures.'%s'".formatted(ARISEN), equalTo(3));
        problem(viewer().get("/reports/330102003/2022").then(), 404)
                .body("type", equalTo("urn:huizong:problem:unknown-report"))
                .body("detail", containsString("330102003/2022"));
    }

    @Test
    void revisions_are_listed_newest_first() {
        ReportEvent withdrawn = ReportLog.withdrawn("340102001", "2022");
        publish(
                ReportLog.submitted(wholeArea("340102001", ARISEN, 1)),
                ReportLog.submitted(wholeArea("340102001", ARISEN, 2)),
                ReportLog.submitted(wholeArea("340102001", ARISEN, 9), 7),
                withdrawn);

        viewer().get("/reports/340102001/2022/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(3, 2, 1))
                .body("items.kind", contains("WITHDRAWN", "SUBMITTED", "SUBMITTED"))
                .body("items[0].submissionId", equalTo(withdrawn.submissionId().toString()))
                .body("items[0].client", equalTo("test"))
                .body("next", nullValue());
        assertThat(pages("/reports/340102001/2022/revisions?limit=2", "items.revision"))
                .containsExactly("3", "2", "1");
        problem(viewer().get("/reports/340102001/2022").then(), 404);
        viewer().get("/reports/340102003/2022/revisions").then().statusCode(200).body("items", empty());
    }

    @Test
    void what_a_client_submitted_is_listed_whatever_it_came_to() {
        Report report = wholeArea("350102001", ARISEN, 1);
        publish(
                submitted("lister", TIME, report),
                submitted("lister", TIME.plusSeconds(1), report),
                submitted("lister", TIME.plusSeconds(1), report),
                submitted("lister", TIME.plusSeconds(1), report),
                new ReportSubmitted(
                        UUID.randomUUID(), TIME.plusSeconds(2), report, Origin.of("lister"), 99, List.of()));

        viewer().get("/submissions?client=lister")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("APPLIED", "APPLIED", "APPLIED", "APPLIED", "CONFLICT"))
                .body("next", nullValue());
        viewer().get("/submissions?client=lister&since=2023-01-10T00:00:02Z")
                .then()
                .body("items.outcome", contains("CONFLICT"));
        viewer().get("/submissions?client=lister&since=2023-01-10").then().body("items", hasSize(5));
        viewer().get("/submissions?client=lister&since=2023-01-11").then().body("items", empty());
        viewer().get("/submissions?client=nobody").then().body("items", empty());
        assertThat(pages("/submissions?client=lister&limit=2", "items.submissionId"))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get(CONTRIBUTIONS, "99", "2022", ARISEN).then(), 404);
        problem(viewer().get("/rollups/53/2022/contributions").then(), 400)
                .body("detail", containsString("indicator: missing"));
        problem(viewer().get(CONTRIBUTIONS, "53", "2022", "training.sessions").then(), 400)
                .body("detail", containsString("training."));
        problem(
                        viewer().get(CONTRIBUTIONS + "&limit=1001", "53", "2022", ARISEN)
                                .then(),
                        400)
                .body("detail", equalTo("limit: \"1001\", expected a whole number from 1 to 1000"));
        problem(viewer().get(CONTRIBUTIONS + "&after=11", "53", "2022", ARISEN).then(), 400)
                .body("detail", containsString("after: \"11\""));
        problem(viewer().get("/gaps/53/2022?kind=ODD").then(), 400).body("detail", containsString("kind: \"ODD\""));
        problem(viewer().get("/gaps/53/2022?after=a,b,c").then(), 400).body("detail", containsString("after"));
        problem(viewer().get("/reports/53/2022-H9").then(), 400).body("detail", containsString("period"));
        problem(viewer().get("/reports/53/2022/revisions?after=x").then(), 400)
                .body("detail", containsString("after: \"x\""));
        problem(viewer().get("/submissions").then(), 400).body("detail", containsString("client: missing"));
        problem(viewer().get("/submissions?client=a&since=yesterday").then(), 400)
                .body("detail", containsString("since: \"yesterday\""));
        problem(viewer().get("/submissions?client=a&after=yesterday").then(), 400)
                .body("detail", containsString("after: \"yesterday\""));
    }

    @Test
    void submitters_read_the_reports_of_their_jurisdictions_only() {
        publish(ReportLog.submitted(wholeArea("360102002", ARISEN, 1)));

        submitter("3601").get("/reports/360102002/2022").then().statusCode(200);
        submitter("3601").get("/reports/360102002/2022/revisions").then().statusCode(200);
        problem(submitter("37").get("/reports/360102002/2022").then(), 403);
        problem(submitter("37").get("/reports/360102002/2022/revisions").then(), 403);
        problem(submitter("3601").get("/submissions?client=sender").then(), 403);
        problem(submitter("3601").get(CONTRIBUTIONS, "3601", "2022", ARISEN).then(), 403);
        problem(submitter("3601").get("/gaps/3601/2022").then(), 403);
        problem(given().get("/reports/360102002/2022").then(), 401);
    }

    /** The values of all pages of a list, one page after the other. */
    private List<String> pages(String address, String path) {
        List<String> values = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = viewer();
            JsonPath page = (after == null ? request : request.queryParam("after", after))
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            values.addAll(page.getList(path).stream().map(Object::toString).toList());
            after = page.getString("next");
        } while (after != null);
        return values;
    }

    private void publish(ReportEvent... events) {
        log.publish(List.of(events));
        for (ReportEvent event : events) {
            eventually().untilAsserted(() -> viewer().get("/submissions/{id}", event.submissionId())
                    .then()
                    .statusCode(200));
        }
    }

    private static ReportSubmitted submitted(String client, Instant time, Report report, Warning... warnings) {
        return new ReportSubmitted(UUID.randomUUID(), time, report, Origin.of(client), null, List.of(warnings));
    }

    private RequestSpecification viewer() {
        return given().auth().oauth2(issuer.token("watcher", Set.of("viewer"), Set.of()));
    }

    private RequestSpecification submitter(String jurisdiction) {
        return given().auth().oauth2(issuer.token("sender", Set.of("submitter"), Set.of(jurisdiction)));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status).contentType("application/problem+json");
    }
}
