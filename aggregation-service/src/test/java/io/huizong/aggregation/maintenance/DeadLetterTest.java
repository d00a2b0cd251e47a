package io.huizong.aggregation.maintenance;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportLog;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.local.LocalIssuer;

/** What cannot be applied is listed with its reason, is the outcome of its submission, and stays until it can be. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class DeadLetterTest {

    LocalIssuer issuer;

    @Inject
    ReportLog log;

    @Test
    void every_kind_of_unreadable_record_is_listed() {
        UUID unknownType = UUID.randomUUID();
        log.publish("53", headers(unknownType, "io.huizong.report.submitted.v9"), bytes("{}"));
        log.publish("53", headers(UUID.randomUUID(), "io.huizong.report.submitted.v1"), null);
        log.publish(null, headers(UUID.randomUUID(), "io.huizong.report.submitted.v1"), bytes("{}"));
        log.publish("53", Map.of(), new byte[] {(byte) 0xff, 0, 1});
        ReportSubmitted unknownIndicator = ReportLog.submitted(wholeArea("53", "no.such_indicator", 1));
        log.publish(unknownIndicator);
        ReportSubmitted good = ReportLog.submitted(wholeArea("53", "mediation.mediators", 1));
        log.publish(good);

        eventually().untilAsserted(() -> admin().get("/maintenance/dead-letters")
                .then()
                .statusCode(200)
                .body("$", hasSize(5))
                .body("find { it.submissionId == '%s' }.reason".formatted(unknownType), containsString("v9"))
                .body(
                        "find { it.submissionId == '%s' }.reason".formatted(unknownIndicator.submissionId()),
                        containsString("no.such_indicator")));
        eventually().untilAsserted(() -> admin().get("/submissions/{id}", good.submissionId())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("APPLIED")));
        admin().get("/submissions/{id}", unknownIndicator.submissionId())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DEAD_LETTERED"))
                .body("reason", containsString("no.such_indicator"))
                .body("revision", nullValue());

        JsonPath listed = admin().get("/maintenance/dead-letters").jsonPath();
        String which = "find { it.submissionId == '%s' }.".formatted(unknownIndicator.submissionId());
        admin().post(
                        "/maintenance/dead-letters/{partition}/{offset}/put-back",
                        listed.getInt(which + "partition"),
                        listed.getLong(which + "offset"))
                .then()
                .statusCode(409)
                .body("detail", containsString("no.such_indicator"));
        admin().get("/maintenance/dead-letters").then().body("$", hasSize(5));
    }

    @Test
    void what_is_not_listed_cannot_be_put_back() {
        ReportSubmitted good = ReportLog.submitted(wholeArea("54", "mediation.mediators", 1));
        log.publish(good);
        eventually().untilAsserted(() -> admin().get("/submissions/{id}", good.submissionId())
                .then()
                .statusCode(200)
                .body("partition", notNullValue()));
        JsonPath submission =
                admin().get("/submissions/{id}", good.submissionId()).jsonPath();

        admin().post(
                        "/maintenance/dead-letters/{partition}/{offset}/put-back",
                        submission.getInt("partition"),
                        submission.getLong("offset"))
                .then()
                .statusCode(404);
        admin().post("/maintenance/dead-letters/0/987654321/put-back").then().statusCode(404);
        admin().post("/maintenance/dead-letters/77/0/put-back").then().statusCode(404);
    }

    @Test
    void only_admins_see_dead_letters() {
        given().get("/maintenance/dead-letters").then().statusCode(401);
        given().auth()
                .oauth2(issuer.token("watcher", Set.of("viewer"), Set.of()))
                .get("/maintenance/dead-letters")
                .then()
                .statusCode(403);
    }

    private static Map<String, String> headers(UUID id, String type) {
        return Map.of(
                "ce_specversion", "1.0", "ce_id", id.toString(), "ce_type", type, "ce_time", "2022-01-21T08:00:00Z");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }
}
