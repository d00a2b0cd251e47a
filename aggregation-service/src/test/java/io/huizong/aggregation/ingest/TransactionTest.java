package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.local.LocalIssuer;

/** Offsets at which no record stands, such as the markers of transactions, stop nothing and leave nothing waiting. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class TransactionTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    TopicConfiguration topics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void begin() {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "transactional.id",
                        UUID.randomUUID().toString()),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
    }

    @AfterEach
    void end() {
        producer.close();
    }

    @Test
    void a_report_behind_a_transaction_that_was_committed_is_applied_and_so_is_that() throws Exception {
        send(submitted(wholeArea("110101001", ARISEN, 1)));
        producer.commitTransaction();
        log.publish(submitted(wholeArea("110101001", ARISEN, 2)));

        awaitArisen("110101", 2);
        eventually().until(() -> lag().equals("0"));
        assertThat(revision("110101001")).isEqualTo(2);
    }

    @Test
    void nothing_of_a_transaction_that_was_aborted_is_applied() throws Exception {
        ReportSubmitted aborted = submitted(wholeArea("120101001", ARISEN, 1));
        send(aborted);
        producer.abortTransaction();
        log.publish(submitted(wholeArea("120101001", ARISEN, 2)));

        awaitArisen("120101", 2);
        eventually().until(() -> lag().equals("0"));
        assertThat(revision("120101001")).isEqualTo(1);
        assertThat(get("/submissions/" + aborted.submissionId()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_marker_at_the_end_of_the_log_leaves_nothing_waiting() throws Exception {
        send(submitted(wholeArea("130102001", ARISEN, 3)));
        producer.commitTransaction();
        awaitArisen("130102", 3);
        eventually().until(() -> lag().equals("0"));

        producer.beginTransaction();
        send(submitted(wholeArea("130102001", ARISEN, 4)));
        producer.abortTransaction();

        eventually().until(() -> lag().equals("0"));
        assertThat(arisen("130102")).isEqualTo(3);
        log.publish(submitted(wholeArea("130102001", ARISEN, 5)));
        awaitArisen("130102", 5);
    }

    @Test
    void what_stands_behind_an_open_transaction_waits_for_its_end_and_does_not_count_as_waiting() throws Exception {
        send(submitted(wholeArea("140105001", ARISEN, 1)));
        log.publish(submitted(wholeArea("140105001", ARISEN, 2)));
        log.publish(submitted(wholeArea("150102001", ARISEN, 7)));
        awaitArisen("150102", 7);

        assertThat(arisen("140105")).isZero();
        eventually().until(() -> lag().equals("0"));

        producer.commitTransaction();
        awaitArisen("140105", 2);
        assertThat(revision("140105001")).isEqualTo(2);
    }

    private void send(ReportEvent event) throws ExecutionException, InterruptedException {
        EncodedEvent encoded = new ReportEventCodec().encode(event);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topics.reports(), encoded.key(), encoded.data());
        encoded.headers()
                .forEach((name, header) -> record.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    private void awaitArisen(String jurisdiction, int expected) {
        eventually().until(() -> arisen(jurisdiction) == expected);
    }

    private int arisen(String jurisdiction) {
        Integer arisen =
                get("/rollups/%s/2022".formatted(jurisdiction)).path("indicators.'%s'.effective".formatted(ARISEN));
        return arisen == null ? 0 : arisen;
    }

    private int revision(String jurisdiction) {
        return get("/reports/%s/2022".formatted(jurisdiction)).path("revision");
    }

    private String lag() {
        return get("/rollups/CN/2022").header("Huizong-Lag");
    }

    private Response get(String address) {
        return given().auth()
                .oauth2(issuer.token("viewer", Set.of("viewer"), Set.of()))
                .get(address);
    }
}
