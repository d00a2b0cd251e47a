package io.huizong.aggregation.generation.rebuild;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.RandomHistory;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.audit.Townships;
import io.huizong.aggregation.generation.GenerationSwitch;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;
import io.huizong.local.LocalIssuer;

/** A rebuild comes to what the log says, whatever stands in the tables, while live events go on arriving. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        initArgs = {
            @ResourceArg(name = "huizong.generations.keep-retired", value = "PT0S"),
            @ResourceArg(name = "huizong.generations.cleanup-interval", value = "1s"),
            @ResourceArg(name = "huizong.rebuilds.check-interval", value = "1s")
        })
class RebuildTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    GenerationSwitch generationSwitch;

    @Inject
    ChangesReader changes;

    @Inject
    DivisionTree tree;

    @Inject
    EntityManager entityManager;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void the_service_applies_reports() {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void a_rebuild_under_load_repairs_a_corrupted_cell() throws Exception {
        List<ReportSubmitted> sent = reports(0, 300);
        log.publish(sent);
        awaitReports(300);
        int before = serving();
        sql(
                "update rollup set cells = json_replace(cells, '$.\"%s\".sub[0]', 4711) where jurisdiction = '53' and period = '2022' and generation = %d"
                        .formatted(ARISEN, before));
        assertThat(arisen("53")).isEqualTo(4711);
        assertThat(audit())
                .hasSize(2)
                .first(STRING)
                .contains("\"jurisdiction\":\"53\"", ARISEN, "\"field\":\"subordinates\"", "4711");

        LiveLoad load = new LiveLoad(log, ARISEN, Townships.of("53").subList(300, 600));
        try (load) {
            admin().post("/maintenance/rebuild").then().statusCode(202).body("serving", equalTo(before));
            eventually().until(() -> serving() > before);
        }
        assertThat(load.published()).as("reports during the rebuild").isPositive();

        eventually().untilAsserted(() -> assertThat(arisen("53")).isEqualTo(sum(sent) + load.sum()));
        assertThat(audit()).hasSize(1);
        admin().get("/maintenance/rebuild").then().statusCode(200).body("building", nullValue());
        eventually().untilAsserted(() -> assertThat(rowsOf(before)).isZero());
    }

    @Test
    void a_rebuild_changes_no_cell() {
        long seed = RandomHistory.SEED;
        RandomHistory history = new RandomHistory("none", seed, tree, 400);
        int taken = taken();
        double uncounted = settled() - submissions();
        log.publish(history.events());
        eventually().until(() -> taken() == taken + history.events().size());
        int before = serving();
        List<?> cells = rollups();
        // The counters follow the commit.
        eventually().until(() -> settled() - submissions() == uncounted);
        double settled = settled();

        rebuild(before);

        assertThat(rollups()).as("seed %d", seed).isNotEmpty().isEqualTo(cells);
        assertThat(settled()).as("submissions counted").isEqualTo(settled);
    }

    @Test
    void a_rebuild_that_its_instance_left_is_gone_on_with() {
        log.publish(List.of(submitted(wholeArea("110101001", ARISEN, 7))));
        eventually().until(() -> arisen("110101001") == 7);
        int before = serving();

        Integer begun = generationSwitch.begin().orElseThrow();

        eventually().until(() -> serving() == begun);
        assertThat(begun).isGreaterThan(before);
        assertThat(arisen("110101001")).isEqualTo(7);
    }

    @Test
    void a_place_that_only_the_old_totals_had_ends_in_a_tombstone() {
        int before = serving();
        sql("insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports,"
                + " reports_without_figures, cells, unpublished) values (" + before
                + ", '2020', '110101001', 1, true, 1, 0, '{\"" + ARISEN + "\":{\"own\":[7,1,0]}}', 'TOWNSHIP')");
        eventually().until(() -> changes.current().get("110101001/2020") != null);

        rebuild(before);

        eventually().untilAsserted(() -> assertThat(changes.current()).containsEntry("110101001/2020", null));
    }

    private double settled() {
        return meters.get("huizong.submission.outcomes").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** How many are known. */
    private long submissions() {
        int serving = serving();
        return QuarkusTransaction.requiringNew().call(() -> (Long) entityManager
                .createQuery("select count(*) from SubmissionRow where id.generation = :generation")
                .setParameter("generation", serving)
                .getSingleResult());
    }

    private void rebuild(int before) {
        admin().post("/maintenance/rebuild").then().statusCode(202);
        eventually().until(() -> serving() > before);
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
            events.add(submitted(wholeArea(townships.get(index), ARISEN, index + 1)));
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

    /** How many records of the log are taken in. */
    private int taken() {
        return admin().get("/maintenance/rebuild").jsonPath().getInt("of");
    }

    /** The lines that the audit answers. */
    private List<String> audit() {
        return admin().post("/maintenance/audit")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    /** All that the serving rollups say, as text. */
    private List<?> rollups() {
        return QuarkusTransaction.requiringNew().call(() -> entityManager
                .createNativeQuery(
                        "select concat_ws(' ', period, jurisdiction, version, scope, own_has_figures, reports,"
                                + " reports_without_figures, cells) from rollup where generation = " + serving()
                                + " order by period, jurisdiction")
                .getResultList());
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery(statement).executeUpdate());
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
        Integer arisen = admin().get("/rollups/{code}/2022", code).path("indicators.'%s'.effective".formatted(ARISEN));
        return arisen == null ? 0 : arisen;
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }
}
