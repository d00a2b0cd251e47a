package io.huizong.aggregation.generation.rebuild;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Set;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.local.LocalIssuer;

/** A rebuild with other files is filled by nobody here, and can be ended. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class RebuildEndTest {

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    EntityManager database;

    private int building;

    @BeforeEach
    void somebody_begins_one_with_other_files() {
        sql(
                "insert into generation (number, state, divisions, divisions_edition, indicators, indicators_edition, rules)"
                        + " select max(number) + 1, 'BUILDING', repeat('f', 64), 99, repeat('f', 64), 99, 2 from generation");
        building = admin().get("/maintenance/rebuild").path("building");
    }

    @AfterEach
    void leave_nothing() {
        sql("delete from generation where state in ('BUILDING', 'ENDED')");
    }

    @Test
    void it_is_ended_and_the_totals_go_on_serving() {
        int serving = admin().get("/maintenance/rebuild").path("serving");

        admin().delete("/maintenance/rebuild").then().statusCode(204);

        admin().get("/maintenance/rebuild")
                .then()
                .statusCode(200)
                .body("building", nullValue())
                .body("serving", equalTo(serving));
        admin().delete("/maintenance/rebuild")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huizong:problem:no-rebuild"));
    }

    @Test
    void no_other_begins_before_it_is_ended() {
        admin().post("/maintenance/rebuild")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huizong:problem:rebuild-under-way"));
    }

    @Test
    void an_instance_with_other_files_fills_the_serving_one_only() {
        ReportSubmitted event = submitted(wholeArea("110101001", "mediation.disputes_arisen", 1));
        log.publish(event);

        eventually()
                .until(() ->
                        admin().get("/submissions/{id}", event.submissionId()).statusCode() == 200);
        assertThat(count("log_position")).isZero();
        assertThat(count("submission")).isZero();
        admin().get("/maintenance/rebuild")
                .then()
                .body("building", equalTo(building))
                .body("taken", equalTo(0));
    }

    @Test
    void only_admins_end_it() {
        given().delete("/maintenance/rebuild").then().statusCode(401);
        given().auth()
                .oauth2(issuer.token("watcher", Set.of("viewer", "submitter"), Set.of("CN")))
                .delete("/maintenance/rebuild")
                .then()
                .statusCode(403);
        admin().get("/maintenance/rebuild").then().body("building", equalTo(building));
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number)
                        database.createNativeQuery("select count(*) from " + table + " where generation = " + building)
                                .getSingleResult())
                .longValue());
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }
}
