package io.huizong.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.intake.submission.PublishedRecords;
import io.huizong.intake.submission.TightLimitsResource;
import io.huizong.local.LocalIssuer;

/** A sender that falls silent is waited for no longer than is set, and half a line of it is no line. */
@QuarkusTest
@WithTestResource(TightLimitsResource.class)
class SlowSenderTest {

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;
    PublishedRecords log;
    private Bulk bulk;

    @BeforeEach
    void connect() {
        bulk = Bulk.of(address, issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?results=refused"})
    void a_sender_that_sends_no_more_is_told_where_reading_ended(String query) throws IOException {
        try (Exchange exchange = bulk.open("text/csv", query)) {
            // As it stands, the last row would be good.
            exchange.send("jurisdiction,period,petitions.visits\n53,2021,1234\n53,2021,12");

            var results = exchange.results();

            JsonNode last = results.get(results.size() - 1);
            assertThat(last.get("line").intValue()).isEqualTo(3);
            assertThat(last.get("status").intValue()).isEqualTo(408);
            assertThat(last.at("/problem/type").textValue()).isEqualTo("urn:huizong:problem:request-timeout");
            assertThat(results).hasSize(query.isEmpty() ? 2 : 1);
            assertThat(exchange.isClosedByServer()).isTrue();
        }
        await().until(bulk::isQuiet);
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void half_a_row_of_a_sender_that_breaks_off_is_not_accepted() throws IOException {
        try (Exchange exchange = bulk.open("text/csv")) {
            exchange.send("jurisdiction,period,petitions.visits\n53,2021,1234\n53,2021,12");
            exchange.result();

            exchange.breakOff();
        }

        await().until(bulk::isQuiet);
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void a_sender_that_takes_no_results_is_not_read_on_and_then_left() throws IOException {
        String lines = "{}\n".repeat(10_000);
        try (Exchange exchange = bulk.open(Bulk.NDJSON)) {
            Thread sending = new Thread(() -> {
                try {
                    while (true) {
                        exchange.send(lines);
                    }
                } catch (UncheckedIOException e) {
                    // The connection was closed.
                }
            });
            sending.start();

            await().atMost(Duration.ofMinutes(1)).until(() -> !sending.isAlive());
        }
        await().until(bulk::isQuiet);
    }

    @Test
    void a_sender_that_is_slow_but_not_silent_is_heard_to_the_end() throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON)) {
            for (char letter : Bulk.report(1).toCharArray()) {
                exchange.send(Character.toString(letter));
                pause();
            }

            assertThat(exchange.end().results()).singleElement().satisfies(result -> assertThat(
                            result.get("status").intValue())
                    .isEqualTo(202));
        }
    }

    private static void pause() {
        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
    }
}
