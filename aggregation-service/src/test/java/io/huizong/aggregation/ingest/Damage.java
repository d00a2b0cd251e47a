package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static io.restassured.RestAssured.given;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.inject.Inject;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.local.LocalIssuer;

/** What tests have in common that damage the tables or the log under the service, and see it heal. */
abstract class Damage {

    static final String ARISEN = "mediation.disputes_arisen";

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    TopicConfiguration topics;

    @Inject
    DivisionTree tree;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void the_service_is_ready() {
        eventually().until(() -> readiness().statusCode() == 200);
    }

    /** A submission for a place in that period. */
    static ReportSubmitted event(String jurisdiction, String period, int arisen) {
        return ReportsTopicWriter.submitted(new Report(
                jurisdiction,
                Period.parse(period),
                Scope.WHOLE_AREA,
                Map.of(ARISEN, Figure.exact(arisen)),
                Map.of(),
                null,
                null,
                null));
    }

    /** One submission each of so many townships of 云南省, which are in all partitions. */
    List<ReportSubmitted> events(int count, String period, int arisen) {
        return tree.all().stream()
                .filter(jurisdiction -> jurisdiction.code().startsWith("53")
                        && jurisdiction.code().length() == 9)
                .limit(count)
                .map(jurisdiction -> event(jurisdiction.code(), period, arisen))
                .toList();
    }

    static Response readiness() {
        return given().get("/q/health/ready");
    }

    /** Returns when the service is not ready and says that. */
    static void awaitNotReady(String reason) {
        eventually().until(() -> {
            Response readiness = readiness();
            return readiness.statusCode() == 503 && readiness.asString().contains(reason);
        });
    }

    void awaitArisen(String jurisdiction, String period, int expected) {
        eventually().until(() -> arisen(jurisdiction, period) == expected);
    }

    /** -1 if there is no answer. */
    int arisen(String jurisdiction, String period) {
        Response rollup = get("/rollups/%s/%s".formatted(jurisdiction, period));
        if (rollup.statusCode() != 200) {
            return -1;
        }
        Number arisen = rollup.path("indicators.'%s'.effective".formatted(ARISEN));
        return arisen == null ? 0 : new BigDecimal(arisen.toString()).intValueExact();
    }

    String lag() {
        return get("/rollups/CN/2022").header("Huizong-Lag");
    }

    Response get(String address) {
        return viewer().get(address);
    }

    RequestSpecification viewer() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }

    /** Runs those statements in one transaction, on a connection that the service has nothing to do with. */
    void sql(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String text : statements) {
                statement.execute(text);
            }
            connection.commit();
        }
    }

    /** The first column of all rows. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** All that the serving generation says of that period, but its number. */
    List<String> derived(String period) throws SQLException {
        String where = " join generation on number = generation and state = 'SERVING' where period = '" + period + "'";
        List<String> derived = new ArrayList<>();
        derived.addAll(rows(
                "select concat_ws(' ', jurisdiction, version, scope, own_has_figures, reports, reports_without_figures,"
                        + " cells) from rollup" + where + " order by 1"));
        derived.addAll(rows("select concat_ws(' ', hex(submission_id), jurisdiction, outcome, revision, hex(replaced),"
                + " log_partition, log_offset) from submission" + where + " order by 1"));
        derived.addAll(rows("select concat_ws(' ', jurisdiction, revision, hex(current), first_accepted_at) from report"
                + where + " order by 1"));
        derived.addAll(rows("select concat_ws(' ', jurisdiction, hex(submission_id), not_counted) from uncounted"
                + where + " order by 1"));
        return derived;
    }
}
