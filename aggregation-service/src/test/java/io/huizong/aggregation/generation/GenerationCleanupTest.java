package io.huizong.aggregation.generation;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.RoughServersResource;
import io.huizong.local.LocalIssuer;

/** The database may go back while a generation that ended is being removed, to when that one served. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class GenerationCleanupTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    /** The database shows what waits as it was when somebody asked last, unless that was longer ago than 100 ms. */
    private static final Duration REFRESH = Duration.ofMillis(200);

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    GenerationCleanup cleanup;

    @Inject
    DataSource database;

    @Test
    void nothing_more_is_removed_of_a_generation_that_serves_again() throws Exception {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
        log.publish(submitted(wholeArea("530102001", ARISEN, 1)));
        eventually().until(() -> rows("submission", 1) > 0);
        int before = serving();
        admin().post("/maintenance/rebuild").then().statusCode(202);
        eventually().until(() -> serving() > before);
        try (Connection reading = database.getConnection();
                Statement reader = reading.createStatement()) {
            reader.execute("update generation set state = 'ENDED' where number = " + before);
            reading.setAutoCommit(false);
            // Stands for the time that it takes to remove the rows of a country.
            reader.executeQuery("select * from submission where generation = " + before + " for update")
                    .close();
            CompletableFuture<Void> removing = CompletableFuture.runAsync(cleanup::removeRetired);
            eventually().pollInterval(REFRESH).until(() -> waiting() >= 1);
            CompletableFuture<Void> restoring = CompletableFuture.runAsync(() -> putBack(before));
            eventually().pollInterval(REFRESH).until(() -> waiting() >= 2);
            reading.rollback();
            restoring.join();
            removing.join();
        }

        assertThat(serving()).isEqualTo(before);
        assertThat(rows("report", before)).isPositive();
        assertThat(rows("log_position", before)).isPositive();
        // What had been removed is lacking: others find whole totals.
        admin().post("/maintenance/rebuild").then().statusCode(202);
        eventually().until(() -> serving() > before);
    }

    /** What of it a dump from before the rebuild would bring besides its rows. */
    private void putBack(int generation) {
        try (Connection connection = database.getConnection();
                Statement restore = connection.createStatement()) {
            connection.setAutoCommit(false);
            restore.executeQuery("select * from generation for update").close();
            restore.execute("update generation set state = 'RETIRED' where state = 'SERVING'");
            restore.execute("update generation set state = 'SERVING' where number = " + generation);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many transactions wait for a lock. */
    private long waiting() throws SQLException {
        return count("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'");
    }

    private long rows(String table, int generation) throws SQLException {
        return count("select count(*) from %s where generation = %d".formatted(table, generation));
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int serving() {
        return admin().get("/maintenance/rebuild").jsonPath().getInt("serving");
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }
}
