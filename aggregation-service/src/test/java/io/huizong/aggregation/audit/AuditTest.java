package io.huizong.aggregation.audit;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.RandomHistory;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportEvent;
import io.huizong.local.LocalIssuer;

/** The audit names what is stored wrong, all of it and nothing else, whatever is applied meanwhile. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class AuditTest {

    private static final String ARISEN = "mediation.disputes_arisen";
    private static final int EVENTS = 300;

    LocalIssuer issuer;

    @Inject
    BatchTransaction application;

    @Inject
    DivisionTree tree;

    @Inject
    Generations generations;

    @Inject
    DataSource database;

    private final long seed = RandomHistory.SEED;

    @BeforeEach
    void apply_a_history() throws Exception {
        history(EVENTS).apply(application);
        apply(submitted(wholeArea("110101001", ARISEN, 7)));
        apply(submitted(wholeArea("110101002", ARISEN, 5)));
        remember();
    }

    @AfterEach
    void repair() throws SQLException {
        sql("delete from rollup");
        sql("insert into rollup select * from sound_rollup");
        sql("drop table sound_rollup");
    }

    @Test
    void totals_that_follow_from_the_reports_have_no_differences() {
        List<String> lines = audit();

        assertThat(lines).as("seed %d", seed).hasSize(1);
        assertThat(lines.get(0)).matches("\\{\"differences\":0,\"rollups\":[1-9][0-9]*,\"reports\":[1-9][0-9]*}");
    }

    @Test
    void a_wrong_cell_is_named_and_no_other() throws SQLException {
        sql("update rollup set cells = replace(cells, '[12,2,0]', '[13,2,0]')"
                + " where jurisdiction = '110101' and period = '2022'");

        assertDifferences(
                "{\"jurisdiction\":\"110101\",\"period\":\"2022\",\"indicator\":\"mediation.disputes_arisen\","
                        + "\"field\":\"subordinates\",\"expected\":{\"value\":12,\"contributors\":2,\"approximate\":0},"
                        + "\"found\":{\"value\":13,\"contributors\":2,\"approximate\":0}}");
    }

    @Test
    void a_cell_too_many_is_named() throws SQLException {
        sql("update rollup set cells = replace(cells, '}}', '},\"publicity.events\":{\"own\":[0,1,0]}}')"
                + " where jurisdiction = '110101001' and period = '2022'");

        assertDifferences("{\"jurisdiction\":\"110101001\",\"period\":\"2022\",\"indicator\":\"publicity.events\","
                + "\"field\":\"own\",\"expected\":null,"
                + "\"found\":{\"value\":0,\"contributors\":1,\"approximate\":0}}");
    }

    @Test
    void a_missing_rollup_is_named() throws SQLException {
        sql("delete from rollup where jurisdiction = '110101' and period = '2022'");

        assertDifferences("{\"jurisdiction\":\"110101\",\"period\":\"2022\",\"field\":\"rollup\","
                + "\"expected\":{\"reports\":2,\"indicators\":1},\"found\":null}");
    }

    @Test
    void a_rollup_too_many_is_named() throws SQLException {
        sql(
                "insert into rollup (generation, period, jurisdiction, version, scope, own_has_figures, reports,"
                        + " reports_without_figures, cells) select generation, '2019-Q3', jurisdiction, version, scope,"
                        + " own_has_figures, reports, reports_without_figures, cells from rollup where jurisdiction = '110101' and period = '2022'");

        assertDifferences("{\"jurisdiction\":\"110101\",\"period\":\"2019-Q3\",\"field\":\"rollup\","
                + "\"expected\":null,\"found\":{\"reports\":2,\"indicators\":1}}");
    }

    @Test
    void wrong_counts_of_reports_are_named() throws SQLException {
        sql("update rollup set reports = 3, reports_without_figures = 1 where jurisdiction = '11' and period = '2022'");
        sql("update rollup set scope = 'OWN_LEVEL', own_has_figures = false"
                + " where jurisdiction = '110101001' and period = '2022'");

        assertDifferences(
                "{\"jurisdiction\":\"110101001\",\"period\":\"2022\",\"field\":\"reports.scope\","
                        + "\"expected\":\"WHOLE_AREA\",\"found\":\"OWN_LEVEL\"}",
                "{\"jurisdiction\":\"110101001\",\"period\":\"2022\",\"field\":\"reports.ownHasFigures\","
                        + "\"expected\":true,\"found\":false}",
                "{\"jurisdiction\":\"11\",\"period\":\"2022\",\"field\":\"reports.subtree\","
                        + "\"expected\":2,\"found\":3}",
                "{\"jurisdiction\":\"11\",\"period\":\"2022\",\"field\":\"reports.withoutFigures\","
                        + "\"expected\":0,\"found\":1}");
    }

    @Test
    void cells_that_cannot_be_read_are_named() throws SQLException {
        sql("update rollup set cells = '{\"a\":' where jurisdiction = '11' and period = '2022'");

        assertDifferences("{\"jurisdiction\":\"11\",\"period\":\"2022\",\"field\":\"cells\",\"expected\":null,"
                + "\"found\":\"{\\\"a\\\":\"}");
    }

    @Test
    void what_is_applied_meanwhile_does_not_show() throws Exception {
        RandomHistory meanwhile = history(4 * EVENTS);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        List<String> last = new ArrayList<>();
        try {
            Callable<Void> applying = () -> {
                meanwhile.apply(application);
                return null;
            };
            Future<Void> applied = thread.submit(applying);
            while (!applied.isDone()) {
                List<String> lines = audit();
                assertThat(lines).as("seed %d", seed).hasSize(1);
                last.addAll(lines);
            }
            applied.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(last).hasSizeGreaterThan(1);
        assertThat(audit()).hasSize(1);
        sql("drop table sound_rollup");
        remember();
    }

    @Test
    void a_snapshot_stays_as_it_was_and_leaves_its_connection_as_it_was() throws Exception {
        try (AuditSnapshot snapshot = AuditSnapshot.of(database)) {
            List<StoredState> before = places(snapshot);
            apply(submitted(wholeArea("110101001", ARISEN, 99)));

            assertThat(places(snapshot)).isEqualTo(before).isNotEmpty();
        }
        sql("drop table sound_rollup");
        remember();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet isolation = statement.executeQuery("select @@session.transaction_isolation")) {
            isolation.next();
            assertThat(isolation.getString(1)).isEqualTo("READ-COMMITTED");
        }
    }

    private List<StoredState> places(AuditSnapshot snapshot) throws SQLException {
        List<StoredState> places = new ArrayList<>();
        snapshot.places(generations.answering(), "2022", places::add);
        return places;
    }

    /** When nobody publishes the rollups any more, who would lock them and wait for whoever repairs them. */
    private void remember() throws SQLException {
        eventually().until(() -> count("select count(*) from rollup where unpublished is not null") == 0);
        sql("create table sound_rollup as select * from rollup");
    }

    @Test
    void only_admins_may_audit() {
        given().auth()
                .oauth2(issuer.token("watcher", Set.of("viewer"), Set.of()))
                .post("/maintenance/audit")
                .then()
                .statusCode(403);
    }

    private void assertDifferences(String... differences) {
        List<String> lines = audit();
        assertThat(lines.subList(0, lines.size() - 1)).as("seed %d", seed).containsExactlyInAnyOrder(differences);
        assertThat(lines.get(lines.size() - 1)).startsWith("{\"differences\":%d,".formatted(differences.length));
    }

    private List<String> audit() {
        return given().auth()
                .oauth2(issuer.token("operator", Set.of("admin"), Set.of()))
                .post("/maintenance/audit")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private RandomHistory history(int events) {
        return new RandomHistory(newLog(), seed, tree, events);
    }

    private void apply(ReportEvent event) {
        RollupKey place = new RollupKey(tree.get(event.jurisdiction()).orElseThrow(), event.period());
        IngestedEvent logged = new IngestedEvent(event, Optional.of(place), List.of(), 0, 0);
        application.apply(Batch.of(newLog(), Map.of(0, new OffsetRange(0, 1)), List.of(logged)));
    }

    private static String newLog() {
        return UUID.randomUUID().toString();
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sql(String command) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
