package io.huizong.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.intake.submission.LocalServersResource;
import io.huizong.intake.submission.PublishedRecords;
import io.huizong.local.LocalIssuer;

/** Each line of a body is a submission of its own: it gets the answer that it would get by itself, in the line's place. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class NdjsonTest {

    private static final byte[] NOT_UTF_8 =
            "{\"jurisdiction\": \"53\", \"remarks\": \"昆明\"}".getBytes(Charset.forName("GB18030"));
    private static final String TOO_LONG = "{\"remarks\": \"" + "x".repeat(300_000) + "\"}";
    private static final List<byte[]> REFUSED = List.of(
            bytes("{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {\"petitions.visits\": -1}}"),
            bytes("{\"jurisdiction\": \"110115\", \"period\": \"2021\", \"figures\": {}}"),
            bytes("{\"jurisdiction\": "),
            bytes("[]"),
            bytes("{\"period\": \"2021\", \"period\": \"2021\"}"),
            bytes("{\"jurisdiction\": \"53\", \"period\": \"2021\", \"figures\": {\"a\": 1, \"b\": 2}}"),
            NOT_UTF_8,
            bytes(TOO_LONG));

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;
    PublishedRecords log;
    private Bulk bulk;

    @BeforeEach
    void connect() {
        bulk = Bulk.of(address, issuer);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_accepted_line_is_in_the_log_under_its_number() throws IOException, UnreadableEventException {
        List<JsonNode> results = bulk.results(
                Bulk.NDJSON,
                bytes(Bulk.report(1) + "\n{\"jurisdiction\": \"53\", \"period\": \"2021\", \"figures\": {}}\n"));

        assertThat(results).hasSize(2);
        String id = results.get(0).get("submissionId").textValue();
        assertThat(results.get(0).toString())
                .isEqualTo("{\"line\":1,\"status\":202,\"submissionId\":\"%s\",\"warnings\":[]}".formatted(id));
        assertThat(results.get(1).get("line").intValue()).isEqualTo(2);
        assertThat(results.get(1).at("/warnings/0/code").textValue()).isEqualTo("figures.none");
        assertThat(results.get(1).at("/warnings/0/detail").textValue()).contains("no figure");
        assertThat(log.eventsOf(id)).singleElement().satisfies(event -> assertThat(event.origin())
                .isEqualTo(new Origin("yunnan", null, 1L)));
        assertThat(log.eventsOf(results.get(1).get("submissionId").textValue())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_refused_line_has_the_problem_that_it_would_have_by_itself_and_stops_no_other(String language)
            throws IOException, InterruptedException {
        Bulk sender = new Bulk(address, bulk.token(), language);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int index = 0; index < REFUSED.size(); index++) {
            body.writeBytes(REFUSED.get(index));
            body.writeBytes(bytes("\n" + Bulk.report(index) + "\n"));
        }

        List<JsonNode> results = sender.results(Bulk.NDJSON, body.toByteArray());

        assertThat(results).hasSize(2 * REFUSED.size());
        for (int index = 0; index < REFUSED.size(); index++) {
            JsonNode refused = results.get(2 * index);
            JsonNode problem = sender.single(REFUSED.get(index));
            assertThat(refused.get("problem")).isEqualTo(problem);
            assertThat(refused.get("status")).isEqualTo(problem.get("status"));
            assertThat(refused.fieldNames()).toIterable().containsExactly("line", "status", "problem");
            assertThat(refused.get("line").intValue()).isEqualTo(2 * index + 1);
            assertThat(results.get(2 * index + 1).get("status").intValue()).isEqualTo(202);
            assertThat(results.get(2 * index + 1).get("line").intValue()).isEqualTo(2 * index + 2);
        }
    }

    @Test
    void lines_may_end_in_any_way_and_be_blank() throws IOException {
        String body = "\uFEFF" + Bulk.report(1) + "\r\n\n  \t\r\n" + Bulk.report(2) + "\n\r\n" + Bulk.report(3);

        List<JsonNode> results = bulk.results(Bulk.NDJSON, bytes(body));

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsOnly(202);
        assertThat(results).extracting(result -> result.get("line").intValue()).containsExactly(1, 4, 6);
    }

    @Test
    void the_second_line_of_a_place_is_refused_whatever_became_of_the_first_and_elsewhere_it_passes()
            throws IOException {
        byte[] body = bytes(Bulk.report(1) + "\n" + Bulk.report(2) + "\n" + Bulk.report(1) + "\n");

        List<JsonNode> results = bulk.results(Bulk.NDJSON, body);

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(202, 202, 422);
        assertThat(results.get(2).at("/problem/type").textValue()).isEqualTo("urn:huizong:problem:refused");
        assertThat(results.get(2).at("/problem/errors/0/code").textValue()).isEqualTo("place.twice");
        assertThat(results.get(2).at("/problem/errors/0/detail").textValue()).contains("安宁市 530181", "line 1 already");
        assertThat(bulk.results(Bulk.NDJSON, bytes(Bulk.report(1)))
                        .get(0)
                        .get("status")
                        .intValue())
                .isEqualTo(202);
    }

    @Test
    void an_empty_body_has_no_results() throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON)) {
            assertThat(exchange.end().status()).isEqualTo(200);
            assertThat(exchange.header("Content-Type")).startsWith(Bulk.NDJSON);
            assertThat(exchange.results()).isEmpty();
        }
    }

    @Test
    void the_first_result_comes_before_the_last_line_is_sent() throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON)) {
            for (int line = 1; line <= 3; line++) {
                exchange.send(Bulk.report(line) + "\n");

                assertThat(exchange.result().get("line").intValue()).isEqualTo(line);
            }
            assertThat(exchange.header("Content-Language")).isEqualTo("en");
            assertThat(exchange.end().results()).isEmpty();
        }
    }

    @Test
    void only_refused_lines_are_told_and_all_are_counted_if_so_asked() throws IOException {
        String body = Bulk.report(1) + "\n\n{\n" + Bulk.report(2) + "\n{}\n" + Bulk.report(3) + "\n";

        try (Exchange exchange = bulk.open(Bulk.NDJSON, "?results=refused")) {
            List<JsonNode> results = exchange.send(body).end().results();

            assertThat(results).hasSize(3);
            assertThat(results.get(0).get("line").intValue()).isEqualTo(3);
            assertThat(results.get(0).get("status").intValue()).isEqualTo(400);
            assertThat(results.get(1).get("line").intValue()).isEqualTo(5);
            assertThat(results.get(1).get("status").intValue()).isEqualTo(422);
            assertThat(results.get(2).toString())
                    .isEqualTo("{\"summary\":{\"lines\":5,\"accepted\":3,\"refused\":2,\"unpublished\":0,"
                            + "\"unconfirmed\":0}}");
        }
    }

    @Test
    void a_retry_under_its_key_has_the_same_ids_line_by_line() throws IOException, UnreadableEventException {
        byte[] body = bytes(Bulk.report(1) + "\n" + Bulk.report(2) + "\n" + Bulk.report(3) + "\n");

        List<String> ids = ids(bulk.results(Bulk.NDJSON, body, "Idempotency-Key", "\"batch-7\""));
        List<String> again = ids(bulk.results(Bulk.NDJSON, body, "Idempotency-Key", "batch-7"));

        assertThat(ids).doesNotHaveDuplicates().hasSize(3);
        assertThat(again).isEqualTo(ids);
        for (int line = 1; line <= 3; line++) {
            assertThat(log.eventsOf(ids.get(line - 1)))
                    .hasSize(2)
                    .extracting(ReportEvent::origin)
                    .containsOnly(new Origin("yunnan", "batch-7", (long) line));
        }
    }

    private static List<String> ids(List<JsonNode> results) {
        return results.stream()
                .map(result -> result.get("submissionId").textValue())
                .toList();
    }

    @Test
    void the_lines_of_a_jurisdiction_are_in_the_log_in_their_order() throws IOException {
        List<String> lines =
                IntStream.range(0, Bulk.MONTHS).mapToObj(Bulk::report).toList();

        List<String> ids = ids(bulk.results(Bulk.NDJSON, bytes(String.join("\n", lines))));

        assertThat(log.records())
                .extracting(record -> PublishedRecords.header(record, "ce_id"))
                .isEqualTo(ids);
    }

    @Test
    void a_sender_that_breaks_off_leaves_what_it_sent_accepted_and_nothing_running() throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON)) {
            exchange.send(Bulk.report(1) + "\n" + Bulk.report(2) + "\n" + Bulk.report(3));
            exchange.result();
            exchange.result();

            exchange.breakOff();
        }

        await().until(bulk::isQuiet);
        assertThat(log.records()).hasSize(2);
    }

    @Test
    void many_lines_at_once_are_answered_while_they_are_read() throws Exception {
        int lines = 20_000;
        try (Exchange exchange = bulk.open(Bulk.NDJSON)) {
            Thread sending = new Thread(() -> {
                for (int line = 1; line <= lines; line++) {
                    exchange.send(Bulk.report(line) + "\n");
                }
                exchange.end();
            });
            sending.start();

            List<JsonNode> results = exchange.results();

            sending.join();
            assertThat(results).hasSize(lines);
            assertThat(results)
                    .extracting(result -> result.get("line").intValue())
                    .isEqualTo(IntStream.rangeClosed(1, lines).boxed().toList());
            assertThat(results)
                    .extracting(result -> result.get("status").intValue())
                    .containsOnly(202);
        }
    }
}
