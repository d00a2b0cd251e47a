package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.RoughServersResource;
import io.huizong.aggregation.generation.GenerationSwitch;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.offset.FreshnessReader;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicEnds;
import io.huizong.contract.event.ReportEvent;

/** A database that is put back to what it was is filled again from the log without a hand, and nobody is told otherwise. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class StoredOffsetTest extends Damage {

    private static final List<String> TABLES = List.of(
            "generation",
            "log_position",
            "submission_key",
            "report",
            "submission",
            "uncounted",
            "unreadable",
            "rollup");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Inject
    StoredOffsetWatch watch;

    @Inject
    Scheduler scheduler;

    @Inject
    KafkaClientService clients;

    @Inject
    TopicEnds ends;

    @Inject
    FreshnessReader freshness;

    @Inject
    GenerationSwitch generationSwitch;

    @Inject
    Generations generations;

    @Inject
    StoredOffsets positions;

    @AfterEach
    void drop_the_copies() throws SQLException {
        for (String table : TABLES) {
            sql("drop table if exists copy_of_" + table);
        }
        scheduler.resume();
    }

    @Test
    void quiet_partitions_are_filled_again_and_the_service_says_so_meanwhile() throws SQLException {
        log.publish(events(40, "2005", 1));
        awaitArisen("53", "2005", 40);
        copy();
        List<ReportEvent> more = new ArrayList<>(events(200, "2005", 2));
        more.add(ReportsTopicWriter.withdrawn(more.get(0).jurisdiction(), "2005"));
        more.add(event("XX55", "2005", 1));
        log.publish(more);
        log.publish("530102001", Map.of(), "junk".getBytes(UTF_8));
        awaitArisen("53", "2005", 398);
        eventually().until(() -> lag().equals("0"));
        List<String> derived = derived("2005");
        int unreadable = unreadable();

        awaitTheEndOfTheLogIsKnown();
        // So that what is seen between two looks does not depend on when they come.
        scheduler.pause();
        watch.check();
        awaitConsumersAreAligned();
        putBack();
        assertThat(arisen("53", "2005")).isEqualTo(40);
        assertThat(Integer.parseInt(lag())).isPositive();
        CatchUp ofOneThatStarts = new CatchUp(generations, positions, ends);
        assertThat(ofOneThatStarts.lacks().orElseThrow()).contains("records that the topic has had since the start");
        scheduler.resume();

        awaitNotReady("the database went back");
        eventually().atMost(TIMEOUT).untilAsserted(() -> assertThat(derived("2005"))
                .isEqualTo(derived));
        eventually()
                .atMost(TIMEOUT)
                .until(() -> lag().equals("0") && readiness().statusCode() == 200);
        assertThat(unreadable()).isEqualTo(unreadable);
        assertThat(ofOneThatStarts.lacks()).isEmpty();
    }

    @Test
    void reports_that_come_at_once_are_applied_after_those_that_are_lacking() throws SQLException {
        log.publish(events(40, "2006", 1));
        awaitArisen("53", "2006", 40);
        copy();
        log.publish(events(200, "2006", 2));
        awaitArisen("53", "2006", 400);

        putBack();
        log.publish(events(200, "2006", 3));

        eventually().atMost(TIMEOUT).until(() -> arisen("53", "2006") == 600);
        eventually()
                .atMost(TIMEOUT)
                .until(() -> lag().equals("0") && readiness().statusCode() == 200);
        assertThat(rows(
                        "select distinct revision from report join generation on number = generation and state = 'SERVING'"
                                + " where period = '2006' order by 1"))
                .containsExactly("2", "3");
        assertAuditFindsNothing();
    }

    @Test
    void a_rebuild_that_is_put_back_too_is_gone_on_with() throws SQLException {
        log.publish(events(100, "2007", 1));
        awaitArisen("53", "2007", 100);
        int before = serving();
        scheduler.pause();
        int begun = generationSwitch.begin().orElseThrow();
        copy();
        scheduler.resume();
        log.publish(events(100, "2007", 2));
        eventually().until(() -> serving() == begun && arisen("53", "2007") == 200);
        List<String> derived = derived("2007");

        putBack();

        assertThat(before).isLessThan(begun);
        eventually().atMost(TIMEOUT).until(() -> serving() == begun && arisen("53", "2007") == 200);
        eventually().untilAsserted(() -> assertThat(derived("2007")).isEqualTo(derived));
        assertAuditFindsNothing();
    }

    @Test
    void a_rebuild_that_the_database_forgets_leaves_nothing_wrong() throws SQLException {
        log.publish(events(100, "2008", 1));
        awaitArisen("53", "2008", 100);
        copy();
        log.publish(events(200, "2008", 2));
        viewer().post("/maintenance/rebuild").then().statusCode(202);

        putBack();

        eventually().atMost(TIMEOUT).until(() -> arisen("53", "2008") == 400);
        eventually().until(() -> get("/maintenance/rebuild").path("building") == null);
        eventually().until(() -> readiness().statusCode() == 200);
        assertAuditFindsNothing();
    }

    /** A look has the polling threads do the second half of its work. */
    private void awaitConsumersAreAligned() {
        for (String channel : clients.getConsumerChannels()) {
            clients.getConsumer(channel)
                    .runOnPollingThread((Function<Consumer<Object, Object>, Object>) Consumer::assignment)
                    .await()
                    .indefinitely();
        }
    }

    private void awaitTheEndOfTheLogIsKnown() {
        Map<Integer, Long> real = new HashMap<>();
        ends.ranges().forEach((partition, range) -> real.put(partition, range.end()));
        StoredOffsets.Reach nothing = new StoredOffsets.Reach(null, Map.of());
        eventually().until(() -> freshness.lag(nothing).orElse(Map.of()).equals(real));
    }

    private void copy() throws SQLException {
        for (String table : TABLES) {
            sql("create table copy_of_%1$s as select * from %1$s".formatted(table));
        }
    }

    private void putBack() throws SQLException {
        List<String> statements = new ArrayList<>();
        // First of all, as those who apply reports lock it first.
        statements.add("select * from generation for update");
        for (String table : TABLES) {
            statements.add("delete from " + table);
            statements.add("insert into %1$s select * from copy_of_%1$s".formatted(table));
        }
        sql(statements.toArray(String[]::new));
    }

    private int unreadable() {
        return get("/maintenance/unreadable?limit=500")
                .jsonPath()
                .getList("items")
                .size();
    }

    private int serving() {
        return get("/maintenance/rebuild").path("serving");
    }

    private void assertAuditFindsNothing() {
        String audit = viewer().post("/maintenance/audit")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(audit.lines()).as(audit).hasSize(1);
    }
}
