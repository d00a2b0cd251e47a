package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.huizong.aggregation.ReportsTopicWriter.withdrawn;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.RoughServersResource;
import io.huizong.local.LocalIssuer;

/** The version of a rollup is the number of revisions in it: whoever keeps the newest by it keeps the right one. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class VersionTest {

    private static final String ARISEN = "mediation.disputes_arisen";
    private static final String KEY = "430102/2022";

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    ChangesReader changes;

    @Test
    void no_version_of_a_key_goes_back_around_a_rebuild() {
        for (int arisen = 1; arisen <= 6; arisen++) {
            log.publish(submitted(wholeArea("430102001", ARISEN, arisen)));
        }
        awaitLast(6);
        int before = serving();
        admin().post("/maintenance/rebuild").then().statusCode(202);
        eventually().until(() -> serving() > before);
        eventually().until(() -> last().generation() > before);
        assertThat(last().version()).isEqualTo(6);
        log.publish(submitted(wholeArea("430102002", ARISEN, 8)));
        awaitLast(7);
        log.publish(withdrawn("430102002", "2022"));
        log.publish(withdrawn("430102001", "2022"));
        awaitLast(9);

        List<ConsumerRecord<String, byte[]>> records = records();
        assertThat(records.stream().map(VersionTest::headers).map(ChangeHeaders::version))
                .isSorted();
        assertThat(records.stream().map(VersionTest::headers).map(ChangeHeaders::generation))
                .isSorted();
        records.stream().filter(record -> record.value() != null).forEach(record -> {
            JsonPath rollup = JsonPath.from(new String(record.value(), UTF_8));
            assertThat(new ChangeHeaders(rollup.getInt("generation"), rollup.getLong("version")))
                    .isEqualTo(headers(record));
        });
        assertThat(records.get(records.size() - 1).value())
                .as("a tombstone, which says its version too")
                .isNull();
    }

    private void awaitLast(long version) {
        eventually().until(() -> !records().isEmpty() && last().version() == version);
    }

    private ChangeHeaders last() {
        List<ConsumerRecord<String, byte[]>> records = records();
        return headers(records.get(records.size() - 1));
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return changes.records().stream()
                .filter(record -> record.key().equals(KEY))
                .toList();
    }

    private static ChangeHeaders headers(ConsumerRecord<String, byte[]> record) {
        return ChangeHeaders.of(record.headers());
    }

    private int serving() {
        return admin().get("/maintenance/rebuild").path("serving");
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin"), Set.of()));
    }
}
