package io.huizong.aggregation.query.submission;

import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.Map;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Every report can be followed back to who sent it, revision by revision. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class ReportTest extends Asking {

    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00.123456Z");
    private static final Finding WARNING =
            new Finding("#/figures/mediation.disputes_arisen", "TEST_WARNING", new Bilingual("奇怪", "odd"));

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
    void characters_of_four_bytes_survive_the_database() {
        String sender = "𠮷野家 😀";
        Report report =
                new Report("330182", Period.parse("2022"), Scope.WHOLE_AREA, Map.of(), Map.of(), null, null, "𠮷，😀");
        publish(submitted(sender, TIME, report));

        viewer().get("/reports/330182/2022")
                .then()
                .statusCode(200)
                .body("client", equalTo(sender))
                .body("report.remarks", equalTo("𠮷，😀"));
        viewer().queryParam("client", sender)
                .queryParam("since", TIME.toString())
                .get("/submissions")
                .then()
                .statusCode(200)
                .body("items.client", contains(sender));
    }

    @Test
    void revisions_are_listed_newest_first() {
        ReportEvent withdrawn = ReportsTopicWriter.withdrawn("340102001", "2022");
        publish(
                ReportsTopicWriter.submitted(wholeArea("340102001", ARISEN, 1)),
                ReportsTopicWriter.submitted(wholeArea("340102001", ARISEN, 2)),
                ReportsTopicWriter.submitted(wholeArea("340102001", ARISEN, 9), 7),
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
    void wrong_parameters_are_named() {
        problem(viewer().get("/reports/53/2022-H9").then(), 400).body("detail", containsString("period"));
        problem(viewer().get("/reports/53/2022/revisions?cursor=x").then(), 400)
                .body("detail", containsString("cursor: \"x\""));
    }

    @Test
    void submitters_read_the_reports_of_their_jurisdictions_only() {
        publish(ReportsTopicWriter.submitted(wholeArea("360102002", ARISEN, 1)));

        submitter("3601").get("/reports/360102002/2022").then().statusCode(200);
        submitter("3601").get("/reports/360102002/2022/revisions").then().statusCode(200);
        problem(submitter("37").get("/reports/360102002/2022").then(), 403);
        problem(submitter("37").get("/reports/360102002/2022/revisions").then(), 403);
        problem(given().get("/reports/360102002/2022").then(), 401);
    }
}
