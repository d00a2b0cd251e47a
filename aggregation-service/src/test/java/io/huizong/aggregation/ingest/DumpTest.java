package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.RoughServersResource;
import io.huizong.aggregation.generation.GenerationSwitch;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.generation.TableStamps;
import io.huizong.aggregation.generation.TornTablesException;
import io.huizong.contract.event.ReportSubmitted;

/** A dump that is loaded over the tables, one after another, under the running service loses nothing, whatever happens meanwhile. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class DumpTest extends Damage {

    private static final String TORN = "The tables do not belong together";

    @Inject
    DataSource database;

    @Inject
    Generations generations;

    @Inject
    GenerationSwitch generationSwitch;

    @Inject
    TableStamps stamps;

    @Inject
    Scheduler scheduler;

    @ConfigProperty(name = "mp.messaging.incoming.reports.group.id")
    String group;

    @AfterEach
    void go_on() {
        scheduler.resume();
    }

    @Test
    void a_rebalance_meanwhile_loses_nothing() throws Exception {
        log.publish(events(60, "2041", 1));
        awaitAllApplied("2041", 60);
        try (Dump dump = Dump.of(database)) {
            log.publish(events(60, "2041", 2));
            awaitAllApplied("2041", 120);

            dump.load(() -> {
                awaitNotReady(TORN);
                anotherInstanceComesAndGoes();
                eventually().during(Duration.ofSeconds(2)).until(() -> !lag().equals("0"));
            });
        }

        awaitAllApplied("2041", 120);
        assertAuditFindsNothing();
    }

    @Test
    void a_record_of_a_partition_that_does_not_go_back_is_not_lost() throws Exception {
        List<ReportSubmitted> some = events(60, "2042", 1);
        ReportSubmitted quiet = some.get(59);
        log.publish(some.subList(0, 59));
        awaitAllApplied("2042", 59);
        try (Dump dump = Dump.of(database)) {
            List<ReportSubmitted> more = events(59, "2042", 2).stream()
                    .filter(event -> partition(event) != partition(quiet))
                    .toList();
            log.publish(more);
            awaitAllApplied("2042", 59 + more.size());

            dump.load(() -> {
                awaitNotReady(TORN);
                int lag = Integer.parseInt(lag());
                log.publish(quiet);
                eventually().until(() -> lag().equals(Integer.toString(lag + 1)));
            });

            awaitAllApplied("2042", 60 + more.size());
        }
        assertThat(get("/submissions/" + quiet.submissionId()).statusCode()).isEqualTo(200);
        assertAuditFindsNothing();
    }

    @Test
    void a_rebuild_that_the_dump_has_does_not_serve_before_it_is_filled() throws Exception {
        log.publish(events(60, "2043", 1));
        awaitAllApplied("2043", 60);
        scheduler.pause();
        int begun = generationSwitch.begin().orElseThrow();
        try (Dump dump = Dump.of(database)) {
            scheduler.resume();
            log.publish(events(60, "2043", 2));
            eventually().until(() -> serving() == begun);
            awaitAllApplied("2043", 120);

            dump.load(() -> {
                awaitNotReady(TORN);
                eventually()
                        .during(Duration.ofSeconds(2))
                        .until(() -> rows("select next_offset from log_position where next_offset > 0 and generation = "
                                        + begun)
                                .isEmpty());
            });
        }

        eventually().until(() -> serving() == begun);
        awaitAllApplied("2043", 120);
        assertAuditFindsNothing();
    }

    @Test
    void tables_that_do_not_belong_together_are_known_without_having_seen_them_before() throws Exception {
        stamps.check();
        try (Dump dump = Dump.of(database)) {
            log.publish(event("530102001", "2044", 1));
            awaitAllApplied("2044", 1);

            dump.load(() -> assertThatThrownBy(stamps::check)
                    .isInstanceOf(TornTablesException.class)
                    .hasMessageContainingAll("generation, log_position", "report, submission, rollup"));
        }

        stamps.check();
        awaitAllApplied("2044", 1);
    }

    private void awaitAllApplied(String period, int arisen) {
        eventually()
                .until(() -> arisen("53", period) == arisen
                        && lag().equals("0")
                        && readiness().statusCode() == 200);
    }

    private void anotherInstanceComesAndGoes() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "group.id",
                group + "-" + generations.files().shortName(),
                "enable.auto.commit",
                false);
        try (var other = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(topics.reports()));
            eventually().until(() -> {
                other.poll(Duration.ofMillis(200));
                return !other.assignment().isEmpty();
            });
        }
    }

    private int partition(ReportSubmitted event) {
        return Utils.toPositive(Utils.murmur2(event.jurisdiction().getBytes(UTF_8))) % topics.partitions();
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
