package io.huizong.aggregation.query.http;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.contract.event.ReportSubmitted;

/** Every answer says how fresh it is, and waits for a submission if it is asked to. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class FreshnessTest extends Asking {

    private static final String THROUGH = "Huizong-Applied-Through";
    private static final String LAG = "Huizong-Lag";

    @Test
    void an_answer_tells_the_time_of_the_newest_event_and_how_many_wait() {
        Instant time = Instant.parse("2030-01-10T00:00:00.123456Z");
        publish(submitted("fresh", time, wholeArea("130102002", ARISEN, 1)));
        publish(submitted("fresh", time.minusSeconds(60), wholeArea("130102002", ARISEN, 2)));

        for (String address : List.of(
                "/rollups/13/2022",
                "/rollups?period=2022&indicator=" + ARISEN,
                "/rollups/13?from=2019&to=2022",
                "/rollups/13/2022/contributions?indicator=" + ARISEN,
                "/completeness/13/2022",
                "/gaps/13/2022",
                "/reports/130102002/2022",
                "/reports/130102002/2022/revisions",
                "/submissions?client=fresh",
                "/jurisdictions?name=榆阳",
                "/rollups?period=2022&format=csv&indicator=" + ARISEN)) {
            viewer().get(address).then().statusCode(200).header(THROUGH, time.toString());
        }
        viewer().get("/reports/13/2019").then().statusCode(404).header(THROUGH, time.toString());
        eventually().untilAsserted(() -> viewer().get("/rollups/13/2022").then().header(LAG, "0"));
    }

    @Test
    void an_answer_waits_until_the_submission_is_in_it() throws Exception {
        ReportSubmitted event = submitted("awaited", Instant.EPOCH, wholeArea("140105002", ARISEN, 5));
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> viewer().header("Prefer", "wait=25").get("/rollups/140105/2022?after=" + event.submissionId()));

        publish(event);

        answer.get()
                .then()
                .statusCode(200)
                .header("Preference-Applied", "wait=25")
                .body("indicators.'%s'.effective".formatted(ARISEN), equalTo(5));
        viewer().get("/rollups/140105/2022?after=" + event.submissionId())
                .then()
                .statusCode(200)
                .header("Preference-Applied", nullValue());
    }

    @Test
    void an_answer_that_would_lack_the_submission_is_not_given() {
        problem(viewer().get("/rollups/14/2022?after=" + UUID.randomUUID()).then(), 503)
                .header("Retry-After", "1")
                .header("Preference-Applied", nullValue())
                .body("type", equalTo("urn:huizong:problem:not-applied-yet"));
        long began = System.nanoTime();
        problem(
                        viewer().header("Prefer", "respond-async, wait=1")
                                .get("/gaps/14/2022?after=" + UUID.randomUUID())
                                .then(),
                        503)
                .header("Preference-Applied", "wait=1");
        assertThat(System.nanoTime() - began).isGreaterThan(900_000_000L);
        problem(viewer().get("/gaps/14/2022?after=soon").then(), 400)
                .body("parameter", equalTo("after"))
                .body("detail", containsString("after: \"soon\""));
    }
}
