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

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.Reports;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.local.LocalIssuer;

/** Every question has a clear answer, and is answered to those who may ask it. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class QueryTest extends Asking {

    private final ReportSubmitted event = ReportsTopicWriter.submitted(Reports.sample("530181009-2021"));

    @BeforeEach
    void publish() {
        publish(event);
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
        assertThat(rollup.replaceFirst("\"version\":[0-9]+", "\"version\":2"))
                .isEqualTo("{\"jurisdiction\":{\"code\":\"5301\",\"name\":\"昆明市\",\"level\":\"PREFECTURE\"},"
                        + "\"period\":\"2021\",\"generation\":1,\"version\":2,"
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

        log.publish(ReportsTopicWriter.submitted(Reports.sample("361026101-2024")));
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
        problem(viewer().post("/indicators").then(), 405).header("Allow", containsString("GET"));
        problem(viewer().get("/rollups/53/2021?indikator=mediation.mediators").then(), 400)
                .body("parameter", equalTo("indikator"))
                .body("detail", equalTo("indikator: no such parameter, expected one of after, indicator"));
        problem(viewer().get("/jurisdictions?name=榆阳&name=榆林").then(), 400)
                .body("detail", equalTo("name: given 2 times, expected once"));
        problem(viewer().accept("image/png").get("/rollups/53/2021").then(), 406);
    }

    @Test
    void problems_are_told_in_chinese_unless_english_is_preferred() {
        String english = "There is no jurisdiction \"99\"";
        viewer().get("/rollups/99/2021").then().body("detail", equalTo(english)).header("Content-Language", "en");
        given().auth()
                .oauth2(issuer.token("watcher", Set.of("viewer"), Set.of()))
                .get("/rollups/99/2021")
                .then()
                .body("detail", equalTo("没有行政区划“99”"))
                .body("title", equalTo("没有此行政区划"))
                .header("Content-Language", "zh");
        given().get("/rollups/99/2021").then().statusCode(401).body("title", equalTo("未通过身份验证"));
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() {
        String tag = viewer().get("/jurisdictions?name=榆阳").header("ETag");

        viewer().header("If-None-Match", tag)
                .get("/jurisdictions?name=榆阳")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        viewer().header("If-None-Match", tag)
                .get("/jurisdictions?name=榆林")
                .then()
                .statusCode(200);
    }

    @Test
    void jurisdictions_are_found_by_name_and_code_the_best_match_first() {
        viewer().get("/jurisdictions?name=榆阳")
                .then()
                .statusCode(200)
                .body("[0].code", equalTo("610802"))
                .body("[0].name", equalTo("榆阳区"))
                .body("[0].parents.name", contains("榆林市", "陕西省", "全国"));
        viewer().get("/jurisdictions?name=大兴区").then().body("[0].code", equalTo("110115"));
        viewer().get("/jurisdictions?name=昆明 县街").then().body("code", contains("530181009"));
        viewer().get("/jurisdictions?name=街&level=TOWNSHIP&limit=3").then().body("$", hasSize(3));
        viewer().get("/jurisdictions?code=530181000&limit=2").then().body("code", contains("530181"));
        viewer().get("/jurisdictions?code=5301&limit=2").then().body("code", contains("5301", "530102"));
        viewer().get("/jurisdictions?name=zzz").then().statusCode(200).body("$", hasSize(0));
        problem(viewer().get("/jurisdictions").then(), 400).body("parameter", equalTo("name"));
        problem(viewer().queryParam("name", " ").get("/jurisdictions").then(), 400);
        problem(viewer().get("/jurisdictions?name=a&level=TOWN").then(), 400)
                .body("detail", containsString("NATION, PROVINCE"));
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
}
