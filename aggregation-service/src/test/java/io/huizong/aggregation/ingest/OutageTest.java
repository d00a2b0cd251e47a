package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.generation.Generations;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** A database or a broker that is away is waited for: readiness says so, no offset moves, nothing is skipped. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class OutageTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    TopicConfiguration topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "mp.messaging.incoming.reports.group.id")
    String group;

    @Inject
    Generations generations;

    private final LocalServers servers = LocalServers.shared();

    @Test
    void a_database_that_is_away_is_waited_for() throws Exception {
        assumeTrue(servers.ownsDatabase());
        log.publish(submitted(wholeArea("110101001", ARISEN, 1)));
        awaitArisen("110101", 1);
        eventually().until(() -> committed() == end());
        long before = committed();

        servers.stopDatabase();
        try {
            log.publish(submitted(wholeArea("110101002", ARISEN, 2)));
            eventually().until(() -> readiness() == 503);
            assertThat(committed()).isEqualTo(before);
            // A restart would mend nothing.
            assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(given().get("/q/health/started").statusCode()).isEqualTo(200);
            eventually().until(() -> secondsOfWaiting("database") > 0);
        } finally {
            servers.startDatabase();
        }

        awaitArisen("110101", 3);
        eventually().until(() -> readiness() == 200);
        assertThat(secondsOfWaiting("database")).isZero();
        eventually().until(() -> committed() == before + 1);
    }

    @Test
    void partitions_that_are_assigned_while_the_database_is_away_are_applied_afterwards() throws Exception {
        assumeTrue(servers.ownsDatabase());
        log.publish(submitted(wholeArea("130102001", ARISEN, 1)));
        awaitArisen("130102", 1);

        servers.stopDatabase();
        try {
            joinTheGroupAndLeaveIt();
            log.publish(submitted(wholeArea("130102002", ARISEN, 2)));
            eventually().until(() -> readiness() == 503);
        } finally {
            servers.startDatabase();
        }

        awaitArisen("130102", 3);
        eventually().until(() -> readiness() == 200);
        assertThat(secondsOfWaiting("database")).isZero();
    }

    /** All members are given partitions anew, twice. */
    private void joinTheGroupAndLeaveIt() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", groupOfService());
        try (var other = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(topics.reports()));
            eventually().until(() -> {
                other.poll(Duration.ofMillis(200));
                return !other.assignment().isEmpty();
            });
        }
    }

    private String groupOfService() {
        return group + "-" + generations.files().shortName();
    }

    @Test
    void a_broker_that_is_away_is_waited_for_and_totals_are_answered_as_they_are() throws Exception {
        assumeTrue(servers.ownsKafka());
        log.publish(submitted(wholeArea("120101001", ARISEN, 1)));
        awaitArisen("120101", 1);
        eventually().until(() -> lag().equals("0"));

        servers.stopKafka();
        try {
            eventually().until(() -> readiness() == 503);
            // Nobody claims to know how many records wait.
            eventually().until(() -> lag().equals("unknown"));
            assertThat(arisen("120101")).isEqualTo(1);
            assertThat(rollup("120101").header("Huizong-Applied-Through")).isEqualTo("2022-01-21T08:00:00Z");
        } finally {
            servers.startKafka();
        }
        log.publish(submitted(wholeArea("120101002", ARISEN, 2)));

        awaitArisen("120101", 3);
        eventually().until(() -> readiness() == 200);
        eventually().until(() -> lag().equals("0"));
    }

    /** How many records the group has acknowledged. */
    private long committed() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return admin
                    .listConsumerGroupOffsets(group + "-" + generations.files().shortName())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    /** How many records the log has. */
    private long end() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, topics.partitions())
                    .boxed()
                    .collect(toMap(
                            partition -> new TopicPartition(topics.reports(), partition),
                            partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private static double secondsOfWaiting(String cause) {
        String series = "huizong_ingest_waiting_seconds{cause=\"%s\"} ".formatted(cause);
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }

    private void awaitArisen(String jurisdiction, int expected) {
        eventually().until(() -> arisen(jurisdiction) == expected);
    }

    private int arisen(String jurisdiction) {
        Integer arisen = rollup(jurisdiction).path("indicators.'%s'.effective".formatted(ARISEN));
        return arisen == null ? 0 : arisen;
    }

    private String lag() {
        return rollup("12").header("Huizong-Lag");
    }

    private Response rollup(String jurisdiction) {
        return given().auth()
                .oauth2(issuer.token("viewer", Set.of("viewer"), Set.of()))
                .get("/rollups/{code}/2022", jurisdiction);
    }
}
