package io.huizong.aggregation.query;

import static io.huizong.aggregation.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.Set;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportLog;
import io.huizong.aggregation.Reports;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.local.LocalIssuer;

/** Every question has a clear answer, and is answered to those who may ask it. */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class QueryTest {

    private static final String PROBLEM = "application/problem+json";

    LocalIssuer issuer;

    @Inject
    ReportLog log;

    private final ReportSubmitted event = ReportLog.submitted(Reports.sample("530181009-2021"));

    @BeforeEach
    void publish() {
        log.publish(event);
        eventually().untilAsserted(() -> viewer().get("/submissions/{id}", event.submissionId())
                .then()
                .statusCode(200));
    }

    @Test
    void a_rollup_shows_figures_rates_and_totals() {
        viewer().get("/rollups/530181/2021")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("jurisdiction.code", equalTo("530181"))
                .body("jurisdiction.name", equalTo("安宁市"))
                .body("jurisdiction.level", equalTo("COUNTY"))
                .body("period", equalTo("2021"))
                .body("reports.own", equalTo(false))
                .body("reports.subtree", equalTo(1))
                .body("indicators.'mediation.disputes_arisen'.effective", equalTo(124))
                .body("indicators.'mediation.disputes_arisen'.own", nullValue())
                .body("indicators.'mediation.disputes_arisen'.subordinates", equalTo(124))
                .body("indicators.'mediation.disputes_arisen'.gap", nullValue())
                .body("indicators.'mediation.disputes_arisen'.contributors", equalTo(1))
                .body("indicators.'mediation.participation_rate'.effective", equalTo(97.58f))
                .body("indicators.'mediation.participation_rate'.numerator", equalTo(121))
                .body("indicators.'petitions.conclusion_rate'.effective", equalTo(100.0f))
                .body("indicators.'petitions.conclusion_rate'.estimated", equalTo(1));
    }

    @Test
    void the_wire_form_of_a_rollup_stays_as_it_is() {
        String rollup = viewer().get(
                        "/rollups/5301/2021?indicator=petitions.conclusion_rate&indicator=petitions.received")
                .asString();
        assertThat(rollup.replaceFirst("\"version\":[0-9]+", "\"version\":1"))
                .isEqualTo("{\"jurisdiction\":{\"code\":\"5301\",\"name\":\"昆明市\",\"level\":\"PREFECTURE\"},"
                        + "\"period\":\"2021\",\"version\":1,"
                        + "\"reports\":{\"own\":false,\"subtree\":1,\"withoutFigures\":0},"
                        + "\"indicators\":{"
                        + "\"petitions.received\":{\"effective\":353,\"own\":null,\"subordinates\":353,\"gap\":null,"
                        + "\"contributors\":1,\"approximate\":0},"
                        + "\"petitions.conclusion_rate\":{\"effective\":100.00,\"numerator\":353,\"denominator\":353,"
                        + "\"contributors\":1,\"estimated\":1,\"approximate\":0}}}");
    }

    @Test
    void a_place_that_nothing_was_reported_for_is_empty() {
        viewer().get("/rollups/65/2019-Q3")
                .then()
                .statusCode(200)
                .body("version", equalTo(0))
                .body("reports.subtree", equalTo(0))
                .body("indicators.size()", equalTo(0));
    }

    @Test
    void a_padded_code_is_understood() {
        viewer().get("/rollups/530181000/2021").then().statusCode(200).body("jurisdiction.code", equalTo("530181"));
    }

    @Test
    void an_unchanged_rollup_is_not_sent_again() {
        String tag = viewer().get("/rollups/36/2024").header("ETag");

        viewer().header("If-None-Match", tag).get("/rollups/36/2024").then().statusCode(304);

        log.publish(ReportLog.submitted(Reports.sample("361026101-2024")));
        eventually().untilAsserted(() -> viewer().header("If-None-Match", tag)
                .get("/rollups/36/2024")
                .then()
                .statusCode(200)
                .body("reports.withoutFigures", equalTo(1)));
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get("/rollups/99/2021").then(), 404).body("detail", containsString("\"99\""));
        problem(viewer().get("/rollups/53/2021-H3").then(), 400)
                .body("detail", containsString("period: \"2021-H3\""))
                .body("detail", containsString("2023-Q4"));
        problem(viewer().get("/rollups/53/2021?indicator=mediation.mediater").then(), 400)
                .body("detail", containsString("indicator: \"mediation.mediater\""));
        problem(viewer().get("/submissions/{id}", UUID.randomUUID()).then(), 404);
        problem(viewer().get("/submissions/not-an-id").then(), 404);
        problem(viewer().get("/nowhere").then(), 404);
        problem(viewer().post("/indicators").then(), 405);
    }

    @Test
    void a_jurisdiction_is_shown_with_its_neighbours() {
        viewer().get("/jurisdictions/110115")
                .then()
                .statusCode(200)
                .body("code", equalTo("110115"))
                .body("name", equalTo("大兴区"))
                .body("level", equalTo("COUNTY"))
                .body("parents.code", contains("11", "CN"))
                .body("children.name", hasItem("榆垡镇"));
    }

    @Test
    void the_catalog_is_shown_whole() {
        viewer().get("/indicators")
                .then()
                .statusCode(200)
                .body("$", hasSize(83))
                .body(
                        "find { it.code == 'mediation.success_rate' }.of",
                        equalTo("mediation.cases_succeeded/mediation.cases_mediated"))
                .body("find { it.code == 'mediation.mediators' }.label.zh", equalTo("人民调解员"));
    }

    @Test
    void nobody_reads_without_a_token() {
        problem(given().get("/rollups/53/2021").then(), 401);
        problem(given().get("/submissions/{id}", event.submissionId()).then(), 401);
        problem(given().auth().oauth2("not.a.token").get("/indicators").then(), 401);
        problem(
                given().auth()
                        .oauth2(issuer.expiredToken("late", Set.of("viewer"), Set.of()))
                        .get("/indicators")
                        .then(),
                401);
        problem(
                given().auth()
                        .oauth2(LocalIssuer.create().token("stranger", Set.of("viewer"), Set.of()))
                        .get("/indicators")
                        .then(),
                401);
    }

    @Test
    void a_submitter_reads_the_submissions_of_its_jurisdictions_only() {
        submitter("5301").get("/submissions/{id}", event.submissionId()).then().statusCode(200);
        problem(submitter("11").get("/submissions/{id}", event.submissionId()).then(), 403);
        problem(submitter("53").get("/rollups/53/2021").then(), 403);
        problem(
                given().auth()
                        .oauth2(issuer.token("nobody", Set.of(), Set.of()))
                        .get("/submissions/{id}", event.submissionId())
                        .then(),
                403);
    }

    private RequestSpecification viewer() {
        return given().auth().oauth2(issuer.token("watcher", Set.of("viewer"), Set.of()));
    }

    private RequestSpecification submitter(String jurisdiction) {
        return given().auth().oauth2(issuer.token("sender", Set.of("submitter"), Set.of(jurisdiction)));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status).contentType(PROBLEM).body("status", equalTo(status));
    }
}
