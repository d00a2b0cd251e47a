package io.huizong.aggregation.query.submission;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.api.HamcrestCondition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;

/** A record that no version can read is listed with its bytes and why, changes no total and stops nothing. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class UnreadableTest extends Asking {

    private static final byte[] JUNK = "{\"no\": json".getBytes(UTF_8);
    private static final int NEARLY_A_MEBIBYTE = 1_047_000;

    @Inject
    TopicConfiguration topics;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final ReportEventCodec codec = new ReportEventCodec();

    @Test
    void what_breaks_the_contract_is_listed_with_the_reason() {
        expectUnreadable("110101001", Map.of(), JUNK, "110101001", containsString("no io.huizong.report.submitted.v1"));
        expectUnreadable(
                "110101001",
                Map.of("ce_type", "com.example.report"),
                null,
                "110101001",
                containsString("com.example.report"));
        expectUnreadable(
                "110101001", Map.of("ce_specversion", "9"), null, "110101001", containsString("ce_specversion is 9"));
        expectUnreadable("110101001", Map.of(), null, "110101002", containsString("key is 110101002"));
        expectUnreadable("110101001", Map.of(), null, null, containsString("key is null"));

        publish(wholeArea("110101001", ARISEN, 4));
        viewer().get("/rollups/11/2022").then().body("indicators.'%s'.effective".formatted(ARISEN), equalTo(4));
        viewer().get("/reports/110101001/2022").then().body("revision", equalTo(1));
    }

    @Test
    void a_record_of_any_size_or_time_is_listed_and_what_stands_behind_it_is_applied() throws Exception {
        byte[] junk = new byte[NEARLY_A_MEBIBYTE];
        Arrays.fill(junk, (byte) 'x');
        // 600 KB, so that no second header of that size would fit beside it.
        String header = "y".repeat(600_000);
        allowAnyTime();
        int before = listed().size();

        log.publish("130102001", Map.of(), junk);
        log.publish("130102001", Map.of("ce_type", header), JUNK);
        log.publish("k".repeat(100_000), Map.of(), JUNK);
        // Microseconds where milliseconds should be: the year 57876.
        log.publish("130102001", 1_764_230_400_000_000L, JUNK);
        publish(wholeArea("130102001", ARISEN, 9));

        eventually().until(() -> listed().size() == before + 4);
        viewer().get("/rollups/13/2022").then().body("indicators.'%s'.effective".formatted(ARISEN), equalTo(9));
        eventually()
                .until(() ->
                        viewer().get("/rollups/13/2022").header("Huizong-Lag").equals("0"));
        List<Map<String, Object>> items = listed();
        assertThat(items)
                .allSatisfy(item -> assertThat((String) item.get("reason")).hasSizeLessThanOrEqualTo(1000));
        assertThat(items).filteredOn(item -> item.get("recordedAt") == null).hasSize(1);
    }

    @Test
    void its_bytes_are_shown_as_they_are() {
        byte[] value = {0, (byte) 0xff, 10, 13, (byte) 0x80};
        UUID id = UUID.randomUUID();
        log.publish("140105001", Map.of("ce_id", id.toString()), value);
        awaitAnswered(id);
        int partition = viewer().get("/submissions/{id}", id).path("partition");
        int offset = viewer().get("/submissions/{id}", id).path("offset");

        byte[] shown = admin().get("/maintenance/unreadable/{partition}/{offset}", partition, offset)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .extract()
                .asByteArray();

        assertThat(shown).isEqualTo(value);
        ReportSubmitted readable = ReportsTopicWriter.submitted(wholeArea("140105001", ARISEN, 1));
        publish(readable);
        int next = viewer().get("/submissions/{id}", readable.submissionId()).path("offset");
        for (Object[] place : new Object[][] {{partition, next}, {partition, next + 1000}, {99, offset}, {-1, -1}}) {
            problem(
                    admin().get("/maintenance/unreadable/{partition}/{offset}", place)
                            .then(),
                    404);
        }
    }

    @Test
    void only_admins_see_them() {
        for (String address : List.of("/maintenance/unreadable", "/maintenance/unreadable/0/0")) {
            problem(viewer().get(address).then(), 403);
            problem(submitter("CN").get(address).then(), 403);
            problem(given().get(address).then(), 401);
        }
    }

    @Test
    void the_list_comes_in_pages() {
        int before = listed().size();
        for (int number = 0; number < 7; number++) {
            log.publish("15010200" + number % 3, Map.of(), JUNK);
        }
        eventually().until(() -> listed().size() == before + 7);

        assertThat(pages(this::admin, "/maintenance/unreadable?limit=2", "items"))
                .isEqualTo(listed().stream().map(Object::toString).toList());
        problem(admin().get("/maintenance/unreadable?cursor=yesterday").then(), 400);
    }

    @Test
    void they_are_counted() {
        double settled = meters.get("huizong.submission.outcomes")
                .tag("outcome", "unreadable")
                .counter()
                .count();
        log.publish("210102001", Map.of(), JUNK);

        eventually().untilAsserted(() -> assertThat(meters.get("huizong.submission.outcomes")
                        .tag("outcome", "unreadable")
                        .counter()
                        .count())
                .isEqualTo(settled + 1));
        eventually()
                .until(() -> meters.get("huizong.unreadable.records").gauge().value() == listed().size());
    }

    /** Publishes a report with those headers, that value unless null, under that key. */
    private void expectUnreadable(
            String jurisdiction, Map<String, String> headers, byte[] value, String key, Matcher<String> why) {
        ReportSubmitted event = ReportsTopicWriter.submitted(wholeArea(jurisdiction, ARISEN, 1));
        EncodedEvent encoded = codec.encode(event);
        Map<String, String> all = new HashMap<>(encoded.headers());
        all.putAll(headers);
        log.publish(key, all, value == null ? encoded.data() : value);
        awaitAnswered(event.submissionId());
        var submission = viewer().get("/submissions/{id}", event.submissionId()).jsonPath();

        assertThat(submission.getString("outcome")).isEqualTo("UNREADABLE");
        assertThat(submission.getString("reason")).is(new HamcrestCondition<>(why));
        String item = "items.find {it.submissionId == '%s'}.".formatted(event.submissionId());
        admin().get("/maintenance/unreadable?limit=500")
                .then()
                .body(item + "reason", why)
                .body(item + "key", equalTo(key))
                .body(item + "topic", equalTo(topics.reports()))
                .body(item + "partition", equalTo(submission.getInt("partition")))
                .body(item + "offset", equalTo(submission.getInt("offset")))
                .body(item + "recordedAt", not(nullValue()));
    }

    private void awaitAnswered(UUID id) {
        eventually().until(() -> viewer().get("/submissions/{id}", id).statusCode() == 200);
    }

    private List<Map<String, Object>> listed() {
        return admin().get("/maintenance/unreadable?limit=500").jsonPath().getList("items");
    }

    private void allowAnyTime() throws Exception {
        try (Admin brokers = Admin.create(Map.of("bootstrap.servers", kafka))) {
            brokers.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topics.reports()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
