package io.huizong.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.intake.submission.TightLimitsResource;
import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** While the brokers are away a body is answered within bounded time and memory; when they are back, it is accepted. */
@QuarkusTest
@WithTestResource(TightLimitsResource.class)
class BrokerAwayInBulkTest {

    private static final int LINES = 5000;
    private static final int SINGLES = 10;

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;

    @Test
    void every_line_is_answered_and_what_is_in_flight_is_bounded() throws Exception {
        LocalServers servers = LocalServers.shared();
        assumeTrue(servers.ownsKafka(), "only a broker of our own can be stopped");
        Bulk bulk = Bulk.of(address, issuer);
        byte[] body = IntStream.rangeClosed(1, LINES)
                .mapToObj(Bulk::report)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        ExecutorService senders = Executors.newCachedThreadPool();

        List<JsonNode> results;
        servers.stopKafka();
        try {
            Future<List<JsonNode>> answer =
                    senders.submit(() -> bulk.results(Bulk.NDJSON, body, "Idempotency-Key", "k"));
            await().until(() -> bulk.gauge("huizong_events_in_flight") == 20);
            Callable<JsonNode> single = () -> bulk.single(Bulk.report(1).getBytes(StandardCharsets.UTF_8));
            List<Future<JsonNode>> singles = IntStream.range(0, SINGLES)
                    .mapToObj(one -> senders.submit(single))
                    .toList();

            assertThat(singles)
                    .extracting(answered -> answered.get().get("status").intValue())
                    .containsOnly(429, 503)
                    .filteredOn(status -> status == 429)
                    .hasSize(SINGLES - 5);
            results = answer.get();
        } finally {
            servers.startKafka();
            senders.shutdown();
        }

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .hasSize(LINES)
                .containsOnly(503);
        List<JsonNode> inDoubt = results.stream()
                .filter(result -> result.at("/problem/submissionId").isTextual())
                .toList();
        assertThat(inDoubt).hasSize(20);
        assertThat(results.get(LINES - 1).at("/problem/type").textValue()).isEqualTo("urn:huizong:problem:unavailable");

        await().atMost(Duration.ofMinutes(1)).until(bulk::isQuiet);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> bulk.single(Bulk.report(1).getBytes(StandardCharsets.UTF_8))
                        .has("links"));
        List<JsonNode> again = bulk.results(Bulk.NDJSON, body, "Idempotency-Key", "k");
        assertThat(again)
                .extracting(result -> result.get("status").intValue())
                .hasSize(LINES)
                .containsOnly(202);
        assertThat(inDoubt).allSatisfy(result -> assertThat(
                        again.get(result.get("line").intValue() - 1).get("submissionId"))
                .isEqualTo(result.at("/problem/submissionId")));
    }
}
