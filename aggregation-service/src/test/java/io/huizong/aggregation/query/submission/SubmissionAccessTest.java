package io.huizong.aggregation.query.submission;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;

/** A submitter sees what its own submissions came to, whatever that is, and those of its jurisdictions. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class SubmissionAccessTest extends Asking {

    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00Z");

    @Test
    void a_submission_that_nobody_can_read_is_shown_to_who_knows_its_id() {
        UUID id = UUID.randomUUID();
        log.publish("110101001", Map.of("ce_id", id.toString()), "junk".getBytes(UTF_8));

        eventually().until(() -> submitter("11").get("/submissions/{id}", id).statusCode() == 200);

        for (String jurisdiction : List.of("11", "53")) {
            submitter(jurisdiction)
                    .get("/submissions/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("UNREADABLE"))
                    .body("partition", greaterThanOrEqualTo(0))
                    .body("offset", greaterThanOrEqualTo(0))
                    .body("jurisdiction", nullValue())
                    .body("client", nullValue());
        }
    }

    @Test
    void ones_own_submission_for_a_place_that_the_tree_lacks_is_shown() {
        ReportSubmitted own = submitted("sender", TIME, wholeArea("XX77", ARISEN, 1));
        ReportSubmitted foreign = submitted("another", TIME, wholeArea("XX77", ARISEN, 2));
        publish(own, foreign);

        submitter("CN")
                .get("/submissions/{id}", own.submissionId())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("APPLIED"))
                .body("notCounted.code", contains("jurisdiction.unknown"));
        problem(submitter("CN").get("/submissions/{id}", foreign.submissionId()).then(), 403);
    }

    @Test
    void ones_own_submission_is_shown_though_its_jurisdiction_is_not_ones_own_any_more() {
        Report report = wholeArea("120101001", ARISEN, 1);
        ReportSubmitted applied = submitted("sender", TIME, report);
        ReportSubmitted conflict =
                new ReportSubmitted(UUID.randomUUID(), TIME, report, Origin.of("sender"), 9, List.of());
        publish(applied, conflict);

        submitter("53")
                .get("/submissions/{id}", applied.submissionId())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("APPLIED"));
        submitter("53")
                .get("/submissions/{id}", conflict.submissionId())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("CONFLICT"));
    }

    @Test
    void what_another_submitted_is_shown_to_those_of_its_jurisdiction() {
        ReportSubmitted foreign = submitted("another", TIME, wholeArea("130102001", ARISEN, 1));
        publish(foreign);

        submitter("1301")
                .get("/submissions/{id}", foreign.submissionId())
                .then()
                .statusCode(200)
                .body("client", equalTo("another"));
        problem(
                submitter("1302")
                        .get("/submissions/{id}", foreign.submissionId())
                        .then(),
                403);
        problem(given().get("/submissions/{id}", foreign.submissionId()).then(), 401);
    }

    @Test
    void a_client_that_differs_by_a_blank_is_another_one() {
        ReportSubmitted foreign = submitted("sender ", TIME, wholeArea("140105001", ARISEN, 1));
        publish(foreign);

        problem(submitter("53").get("/submissions/{id}", foreign.submissionId()).then(), 403);
        problem(
                submitter("53")
                        .queryParam("client", "sender ")
                        .get("/submissions")
                        .then(),
                403);
    }

    @Test
    void the_list_is_ones_own_if_it_names_no_client() {
        ReportSubmitted own = submitted("sender", TIME, wholeArea("150102001", ARISEN, 1));
        ReportSubmitted foreign = submitted("another", TIME, wholeArea("150102001", ARISEN, 2));
        publish(own, foreign);

        submitter("53")
                .get("/submissions")
                .then()
                .statusCode(200)
                .body("items.client", everyItem(equalTo("sender")))
                .body("items.submissionId", hasItems(own.submissionId().toString()));
        submitter("53").get("/submissions?client=sender").then().statusCode(200);
        problem(submitter("15").get("/submissions?client=another").then(), 403);
        viewer().get("/submissions?client=another").then().statusCode(200);
        viewer().get("/submissions").then().statusCode(200).body("items.size()", equalTo(0));
    }
}
