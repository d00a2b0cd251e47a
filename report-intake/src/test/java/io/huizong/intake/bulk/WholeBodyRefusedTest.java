package io.huizong.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.intake.submission.PublishedRecords;
import io.huizong.intake.submission.TightLimitsResource;
import io.huizong.local.LocalIssuer;

/** A body of which nothing can be accepted is refused as a whole, by a problem, however long it is. */
@QuarkusTest
@WithTestResource(TightLimitsResource.class)
class WholeBodyRefusedTest {

    private static final String LINE = Bulk.report(1) + "\n";
    private static final String LINES = LINE.repeat(20_000);

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;
    PublishedRecords log;
    private Bulk bulk;

    @BeforeEach
    void connect() {
        bulk = Bulk.of(address, issuer);
    }

    @AfterEach
    void nothing_is_published_and_nothing_left_running() {
        await().until(bulk::isQuiet);
        assertThat(log.records()).isEmpty();
    }

    private static JsonNode problem(Exchange exchange, int status) throws IOException {
        assertThat(exchange.status()).isEqualTo(status);
        assertThat(exchange.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = exchange.result();
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        return problem;
    }

    @Test
    void without_a_token_or_the_group_nothing_is_read() throws IOException {
        String viewer = issuer.token("c", Set.of("viewer"), Set.of("CN"));
        try (Exchange nobody = Exchange.post(address, "/reports", "Content-Type", Bulk.NDJSON);
                Exchange onlyViews = new Bulk(address, viewer, "en").open(Bulk.NDJSON)) {
            problem(nobody.send(LINE).end(), 401);
            problem(onlyViews.send(LINE).end(), 403);
        }
    }

    @Test
    void a_bad_key_refuses_the_body() throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON, "", "Idempotency-Key", "a b")) {
            assertThat(problem(exchange.send(LINES).end(), 400)
                            .at("/errors/0/code")
                            .textValue())
                    .isEqualTo("idempotency_key.malformed");
        }
    }

    @Test
    void an_unknown_sort_of_results_refuses_the_body() throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON, "?results=some")) {
            JsonNode problem = problem(exchange.send(LINES).end(), 422);

            assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("#/results");
            assertThat(problem.at("/errors/0/detail").textValue()).contains("some", "all", "refused");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/csv;charset=GBK, GBK", "text/csv; charset=\"latin1\", latin1"})
    void a_charset_other_than_two_is_not_supported(String contentType, String named) throws IOException {
        try (Exchange exchange = bulk.open(contentType)) {
            assertThat(problem(exchange.send("jurisdiction,period\n53,2021\n").end(), 415)
                            .get("detail")
                            .textValue())
                    .contains(named, "UTF-8", "GB18030");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "nonsense", "/"})
    void results_that_the_sender_does_not_accept_are_not_given(String accept) throws IOException {
        try (Exchange exchange = bulk.open(Bulk.NDJSON, "", "Accept", accept)) {
            assertThat(problem(exchange.send(LINE).end(), 406).get("detail").textValue())
                    .contains(Bulk.NDJSON);
        }
    }

    @Test
    void a_body_too_many_is_turned_away_for_a_while() throws IOException {
        try (Exchange first = bulk.open(Bulk.NDJSON)) {
            first.send("\n");
            await().until(() -> bulk.gauge("huizong_bulk_bodies") == 1);

            try (Exchange second = bulk.open(Bulk.NDJSON)) {
                problem(second.send(LINES).end(), 429);
                assertThat(second.header("Retry-After")).isNotBlank();
            }
            assertThat(first.end().results()).isEmpty();
        }
    }

    @Test
    void a_header_that_names_no_report_is_refused_with_all_that_is_wrong() throws IOException {
        try (Exchange exchange = bulk.open("text/csv")) {
            exchange.send("jurisdiction,petitions.recieved,petitions.visits,petitions.visits,training.sessions,"
                    + "petitions.received:qualifier,scop\n" + "53,1,2,3,4,5,6\n".repeat(50_000));

            JsonNode problem = problem(exchange.end(), 422);

            assertThat(problem.get("errors"))
                    .extracting(error -> error.get("code").textValue() + " "
                            + error.get("pointer").textValue())
                    .containsExactlyInAnyOrder(
                            "column.unknown #/petitions.recieved",
                            "column.duplicate #/petitions.visits",
                            "indicator.derived #/training.sessions",
                            "column.qualifies_nothing #/petitions.received:qualifier",
                            "column.unknown #/scop",
                            "column.missing #/period");
            assertThat(problem.at("/errors/0/detail").textValue()).contains("petitions.received");
        }
    }

    @Test
    void a_refusal_is_told_to_a_sender_that_falls_silent() throws IOException {
        try (Exchange exchange = bulk.open("text/csv")) {
            exchange.send("nothing\n");

            problem(exchange, 422);

            assertThat(exchange.isClosedByServer()).isTrue();
        }
    }
}
