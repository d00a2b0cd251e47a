package io.huizong.aggregation.maintenance;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportLog;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;
import io.huizong.local.LocalIssuer;

/** A rebuild comes to what the log says, whatever stands in the tables, while live events go on arriving. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        scope = TestResourceScope.RESTRICTED_TO_CLASS,
        initArgs = {
            @ResourceArg(name = "huizong.generations.keep-retired", value = "PT0S"),
            @ResourceArg(name = "huizong.generations.look-for-retired", value = "1s")
        })
class RebuildTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    LocalIssuer issuer;

    @Inject
    ReportLog log;

    @Inject
    EntityManager entityManager;

    @Test
    void a_rebuild_repairs_a_corrupted_cell_under_live_load() {
        List<ReportSubmitted> first = reports(0, 300);
        log.publish(first);
        awaitReports(300);
        int before = serving();
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery("update rollup set cells = json_replace(cells, '$.\""
                        + ARISEN + "\".sub[0]', 4711) where jurisdiction = '53' and generation = "
                        + before)
                .executeUpdate());
        assertThat(arisen("53")).isEqualTo(4711);

        admin().post("/maintenance/rebuild").then().statusCode(202).body("serving", equalTo(before));
        List<ReportSubmitted> second = reports(300, 600);
        second.forEach(log::publish);

        eventually().until(() -> serving() > before);
        awaitReports(600);
        eventually().untilAsserted(() -> assertThat(arisen("53")).isEqualTo(sum(first) + sum(second)));
        assertThat(arisen("CN")).isEqualTo(arisen("53"));
        admin().get("/maintenance/rebuild").then().statusCode(200).body("building", nullValue());
        eventually().untilAsserted(() -> assertThat(rowsOf(before)).isZero());
    }

    @Test
    void only_admins_rebuild() {
        given().post("/maintenance/rebuild").then().statusCode(401);
        given().auth()
                .oauth2(issuer.token("watcher", Set.of("viewer", "submitter"), Set.of("CN")))
                .post("/maintenance/rebuild")
                .then()
                .statusCode(403);
    }

    /** One report each of that many townships of 云南省. */
    private static List<ReportSubmitted> reports(int from, int to) {
        List<ReportSubmitted> events = new ArrayList<>();
        List<String> townships = Townships.of("53");
        for (int index = from; index < to; index++) {
            events.add(ReportLog.submitted(wholeArea(townships.get(index), ARISEN, index + 1)));
        }
        return events;
    }

    private static int sum(List<ReportSubmitted> events) {
        return events.stream()
                .map(ReportSubmitted::report)
                .map(Report::figures)
                .mapToInt(figures -> figures.get(ARISEN).value().intValueExact())
                .sum();
    }

    private void awaitReports(int expected) {
        eventually().until(() -> admin().get("/rollups/53/2022").jsonPath().getInt("reports.subtree") == expected);
    }

    private long rowsOf(int generation) {
        return QuarkusTransaction.requiringNew().call(() -> Stream.of(
                        "generation where number", "rollup where generation", "submission where generation")
                .mapToLong(table -> ((Number) entityManager
                                .createNativeQuery("select count(*) from " + table + " = " + generation)
                                .getSingleResult())
                        .longValue())
                .sum());
    }

    private int serving() {
        return admin().get("/maintenance/rebuild").jsonPath().getInt("serving");
    }

    private int arisen(String code) {
        return admin().get("/rollups/{code}/2022", code)
                .jsonPath()
                .getInt("indicators.'%s'.effective".formatted(ARISEN));
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }
}
