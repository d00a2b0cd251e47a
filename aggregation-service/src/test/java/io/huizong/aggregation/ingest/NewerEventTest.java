package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;

/** An event that only a newer version can read stops its partition and no other: nothing is skipped. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        initArgs = @ResourceArg(name = "huizong.offsets.check-interval", value = "400ms"))
class NewerEventTest extends Damage {

    private static final String NEWER = "io.huizong.report.merged.v7";

    @Test
    void a_newer_event_stops_its_partition_and_says_so() {
        List<ReportSubmitted> seeds = events(60, "2022", 1);
        log.publish(seeds);
        awaitArisen("53", "2022", 60);
        Map<Integer, List<String>> byPartition = new HashMap<>();
        seeds.forEach(seed -> byPartition
                .computeIfAbsent(submission(seed, "partition"), none -> new ArrayList<>())
                .add(seed.jurisdiction()));
        int stopped = byPartition.keySet().stream()
                .filter(partition -> byPartition.get(partition).size() > 1)
                .findFirst()
                .orElseThrow();
        List<String> there = byPartition.get(stopped);
        List<ReportEvent> elsewhere = new ArrayList<>();
        byPartition.forEach((partition, codes) -> {
            if (partition != stopped) {
                codes.forEach(code -> elsewhere.add(event(code, "2022", 2)));
            }
        });

        ReportSubmitted before = event(there.get(0), "2022", 5);
        ReportSubmitted behind = event(there.get(1), "2022", 9);
        log.publish(List.of(before));
        publishNewer(there.get(0));
        log.publish(List.of(behind));
        log.publish(elsewhere);

        awaitNotReady(NEWER);
        int expected = 2 * elsewhere.size() + there.size() - 1 + 5;
        awaitArisen("53", "2022", expected);
        int at = submission(before, "offset");
        assertThat(readiness().asString()).contains("partition %d stops at offset %d".formatted(stopped, at + 1));
        eventually().until(() -> lag().equals("2"));

        // Another look, a batch more elsewhere, and it still stands.
        log.publish(elsewhere.stream()
                .map(event -> event(event.jurisdiction(), "2022", 3))
                .toList());
        awaitArisen("53", "2022", expected + elsewhere.size());
        get("/submissions/" + behind.submissionId()).then().statusCode(404);
        assertThat(readiness().statusCode()).isEqualTo(503);
        assertThat(readiness().asString()).contains(NEWER);
        RestAssured.get("/q/health/live").then().statusCode(200);
        get("/maintenance/unreadable").then().body("items.size()", equalTo(0));

        a_rebuild_stands_still_there_too_and_can_be_ended();
    }

    private void a_rebuild_stands_still_there_too_and_can_be_ended() {
        int serving = get("/maintenance/rebuild").path("serving");
        viewer().post("/maintenance/rebuild").then().statusCode(202);
        int of = get("/maintenance/rebuild").path("of");
        eventually().until(() -> get("/maintenance/rebuild").path("taken").equals(of));
        get("/maintenance/rebuild").then().body("serving", equalTo(serving));

        viewer().delete("/maintenance/rebuild").then().statusCode(204);

        get("/maintenance/rebuild").then().body("building", nullValue()).body("serving", equalTo(serving));
        viewer().delete("/maintenance/rebuild").then().statusCode(409);
    }

    private void publishNewer(String jurisdiction) {
        EncodedEvent encoded = new ReportEventCodec().encode(event(jurisdiction, "2022", 4));
        Map<String, String> headers = new HashMap<>(encoded.headers());
        headers.put("ce_type", NEWER);
        log.publish(encoded.key(), headers, "{}".getBytes(UTF_8));
    }

    private int submission(ReportSubmitted event, String field) {
        return get("/submissions/" + event.submissionId()).path(field);
    }
}
