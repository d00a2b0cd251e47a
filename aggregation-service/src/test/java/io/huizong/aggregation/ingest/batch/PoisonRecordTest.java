package io.huizong.aggregation.ingest.batch;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.RoughServersResource;
import io.huizong.aggregation.query.Asking;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** No record stops its partition for ever, and what it comes to is the same after a rebuild. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class PoisonRecordTest extends Asking {

    /** REST Assured takes half a minute for hundreds of thousands of entries. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Instant TIME = Instant.parse("2022-01-21T08:00:00Z");

    @Inject
    TopicConfiguration topics;

    private final ReportEventCodec codec = new ReportEventCodec();

    @Test
    void records_of_a_place_in_another_partition_are_set_aside_live_and_in_a_rebuild() {
        ReportSubmitted first = ReportsTopicWriter.submitted(wholeArea("530102001", ARISEN, 1));
        ReportSubmitted second = ReportsTopicWriter.submitted(wholeArea("530102001", ARISEN, 2));
        publish(first);
        int partition = viewer().get("/submissions/{id}", first.submissionId()).path("partition");

        log.publish((partition + 1) % topics.partitions(), second);

        for (int turn = 0; turn < 2; turn++) {
            awaitOutcome(second, "UNREADABLE");
            awaitOutcome(first, "APPLIED");
            viewer().get("/rollups/530102001/2022")
                    .then()
                    .body("indicators.'%s'.effective".formatted(ARISEN), equalTo(1));
            rebuild();
        }
    }

    @Test
    void a_giant_report_that_compresses_well_stops_nothing() {
        ReportSubmitted giant = ReportsTopicWriter.submitted(wholeArea("530102002", ARISEN, 1));
        ReportSubmitted next = ReportsTopicWriter.submitted(wholeArea("530102002", ARISEN, 2));
        String value = new String(codec.encode(giant).data(), UTF_8)
                .replaceFirst("\"figures\"", "\"remarks\":\"" + "a".repeat(17_000_000) + "\",\"figures\"");

        log.publishCompressed(giant, value.getBytes(UTF_8));
        publish(next);

        awaitOutcome(giant, "UNREADABLE");
        awaitOutcome(next, "APPLIED");
    }

    @Test
    void the_longest_events_are_kept_with_all_that_is_said_of_them() throws Exception {
        for (Report report : List.of(nobodyKnowsIts("statedRates"), nobodyKnowsIts("figures"))) {
            ReportSubmitted event = ReportsTopicWriter.submitted(report);
            publishCompressed(event);

            JsonNode kept = JSON.readTree(eventually()
                    .until(() -> viewer().get("/submissions/{id}", event.submissionId()), is -> is.statusCode() == 200)
                    .asByteArray());
            assertThat(kept.get("outcome").textValue()).isEqualTo("APPLIED");
            assertThat(kept.get("notCounted"))
                    .hasSize(report.figures().size() + report.statedRates().size());
        }
    }

    @Test
    void many_long_events_at_once_are_applied() {
        String remarks = "\u0001".repeat(340_000);
        List<Finding> warnings = List.of(new Finding("#", "odd", new Bilingual("奇", "odd")));
        List<ReportSubmitted> events = IntStream.range(0, 12)
                .mapToObj(number -> new ReportSubmitted(
                        UUID.randomUUID(), TIME, remarked("530102004", remarks), Origin.of("long"), null, warnings))
                .toList();

        events.forEach(this::publishCompressed);

        events.forEach(event -> awaitOutcome(event, "APPLIED"));
    }

    private void publishCompressed(ReportSubmitted event) {
        EncodedEvent encoded = codec.encode(event);
        assertThat(encoded.data().length)
                .isBetween(ReportEventCodec.MAX_DATA_BYTES * 9 / 10, ReportEventCodec.MAX_DATA_BYTES);
        log.publishCompressed(event, encoded.data());
    }

    /** As many of the shortest codes as an event can hold. */
    private static Report nobodyKnowsIts(String member) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        int left = ReportEventCodec.MAX_DATA_BYTES * 99 / 100;
        for (int number = 0; left > 0; number++) {
            String code = "z." + (char) ('a' + number % 26) + Integer.toString(number / 26, 36);
            if (member.equals("figures")) {
                figures.put(code, Figure.exact(1));
            } else {
                rates.put(code, BigDecimal.ONE);
            }
            left -= code.length() + "\"\":1,".length();
        }
        return new Report("530102003", Period.parse("2022"), Scope.WHOLE_AREA, figures, rates, null, null, null);
    }

    private static Report remarked(String jurisdiction, String remarks) {
        return new Report(
                jurisdiction,
                Period.parse("2022"),
                Scope.WHOLE_AREA,
                Map.of(ARISEN, Figure.exact(3)),
                Map.of(),
                null,
                null,
                remarks);
    }

    private void awaitOutcome(ReportEvent event, String outcome) {
        eventually().untilAsserted(() -> viewer().get("/submissions/{id}", event.submissionId())
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome)));
    }
}
