package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.RoughServersResource;
import io.huizong.contract.event.ReportEvent;

/** Tables that are gone are made anew and filled from the log without a hand; the service is not ready until they are. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class SchemaEmptiedTest extends Damage {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @Test
    void a_schema_that_was_dropped_and_made_anew_is_filled_again() throws SQLException {
        List<ReportEvent> events = new ArrayList<>(events(100, "2009", 1));
        events.addAll(events(50, "2009", 3));
        events.add(event("XX56", "2009", 1));
        log.publish(events);
        awaitArisen("53", "2009", 200);
        eventually().until(() -> lag().equals("0"));
        List<String> derived = derived("2009");
        String schema = rows("select database()").get(0);

        sql("drop database " + schema, "create database " + schema);

        eventually().atMost(AT_ONCE).until(() -> readiness().statusCode() == 503);
        eventually().until(() -> readiness().statusCode() == 200);
        assertThat(derived("2009")).as("when it is ready again").isEqualTo(derived);
        eventually().until(() -> "0".equals(lag()));
        log.publish(event("530102001", "2009", 100));
        eventually().until(() -> arisen("53", "2009") > 200);
    }

    @Test
    void tables_that_were_dropped_are_made_again_and_no_tag_comes_again_with_other_content() throws SQLException {
        List<String> tags = new ArrayList<>();
        for (int arisen = 1; arisen <= 6; arisen++) {
            log.publish(event("540102", "2010", arisen));
            awaitArisen("540102", "2010", arisen);
            tags.add(get("/rollups/540102/2010").header("ETag"));
        }
        List<String> tables = rows(
                "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'");

        sql("drop table " + String.join(", ", tables));

        eventually().atMost(AT_ONCE).until(() -> readiness().statusCode() == 503);
        awaitArisen("540102", "2010", 6);
        for (String tag : tags.subList(0, 5)) {
            assertThat(viewer().header("If-None-Match", tag)
                            .get("/rollups/540102/2010")
                            .statusCode())
                    .isEqualTo(200);
        }
        eventually().until(() -> readiness().statusCode() == 200);
    }

    @Test
    void tables_that_were_emptied_are_filled_again() throws SQLException {
        log.publish(events(60, "2011", 1));
        awaitArisen("53", "2011", 60);
        eventually().until(() -> lag().equals("0"));
        List<String> derived = derived("2011");

        sql(
                "select * from generation for update",
                "delete from generation",
                "delete from log_position",
                "delete from submission_key",
                "delete from report",
                "delete from submission",
                "delete from uncounted",
                "delete from unreadable",
                "delete from rollup");

        eventually().untilAsserted(() -> assertThat(derived("2011")).isEqualTo(derived));
        eventually().until(() -> readiness().statusCode() == 200);
    }
}
