package io.huizong.aggregation.query.submission;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
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

/** What a client submitted can be listed. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class SubmissionListTest extends Asking {

    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00.123456Z");

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
        problem(viewer().get("/submissions?client=a&since=yesterday").then(), 400)
                .body("detail", containsString("since: \"yesterday\""));
        problem(viewer().get("/submissions?client=a&cursor=yesterday").then(), 400)
                .body("detail", containsString("cursor: \"yesterday\""));
        problem(submitter("3601").get("/submissions?client=lister").then(), 403);
    }
}
