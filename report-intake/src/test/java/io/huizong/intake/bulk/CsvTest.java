package io.huizong.intake.bulk;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.intake.submission.LocalServersResource;
import io.huizong.intake.submission.PublishedRecords;
import io.huizong.local.LocalIssuer;

/** A row is the JSON report that it says: the same event, the same problems; and a bad row stops no other. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class CsvTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "jurisdiction,period,petitions.visits\n";

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;
    PublishedRecords log;
    private Bulk bulk;

    @BeforeEach
    void connect() {
        bulk = Bulk.of(address, issuer);
    }

    private List<JsonNode> results(String body) throws IOException {
        return bulk.results("text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    private Report logged(JsonNode result) throws UnreadableEventException {
        assertThat(result.get("status").intValue()).as(result.toString()).isEqualTo(202);
        String id = result.get("submissionId").textValue();
        return ((ReportSubmitted) log.eventsOf(id).get(0)).report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf-8", "GB18030"})
    void a_row_is_the_report_that_json_would_say(String charset) throws IOException, UnreadableEventException {
        String rows = "jurisdiction,scope,period,petitions.visits:qualifier,petitions.visits,petitions.received,"
                + "petitions.conclusion_rate,\"mediation.disputes_arisen\"\n"
                + "530181009000,OWN_LEVEL,2021-Q4,AT_LEAST,3600, 353 ,98.80,\"1000\"\r\n"
                + "530181,,2021,,,0,,\n";
        String lines = "\n{\"jurisdiction\": \"530181009\", \"period\": \"2021-Q4\", \"scope\": \"OWN_LEVEL\","
                + "\"figures\": {\"petitions.visits\": {\"value\": 3600, \"qualifier\": \"AT_LEAST\"},"
                + "\"petitions.received\": 353, \"mediation.disputes_arisen\": 1e3},"
                + "\"statedRates\": {\"petitions.conclusion_rate\": 98.8}}\n"
                + "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {\"petitions.received\": 0}}";

        List<JsonNode> fromCsv = bulk.results(
                "text/csv;charset=" + charset, rows.getBytes(Charset.forName(charset)), "Idempotency-Key", charset);
        List<JsonNode> fromJson =
                bulk.results(Bulk.NDJSON, lines.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", charset);

        assertThat(fromCsv).isEqualTo(fromJson).hasSize(2);
        assertThat(fromCsv).extracting(result -> result.get("line").intValue()).containsExactly(2, 3);
        Report report = logged(fromCsv.get(0));
        assertThat(report.scope()).isEqualTo(Scope.OWN_LEVEL);
        assertThat(report.figures()).hasSize(3);
        assertThat(report.statedRates()).hasSize(1);
        assertThat(logged(fromCsv.get(1)).figures()).containsOnlyKeys("petitions.received");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "53,2021,-1 | 422 | figure.negative | #/figures/petitions.visits",
                "53,2021,x | 422 | field.type | #/figures/petitions.visits",
                "53,2021,'1,000' | 422 | field.type | #/figures/petitions.visits",
                "53,2021,1.5 | 422 | figure.not_whole | #/figures/petitions.visits",
                "53,2021,１２ | 422 | field.type | #/figures/petitions.visits",
                ",2021,1 | 422 | field.missing | #/jurisdiction",
                "539999,2021,1 | 422 | jurisdiction.unknown | #/jurisdiction",
                "53,二〇二一,1 | 422 | period.malformed | #/period",
                "53,2021 | 400 | csv.ragged | #",
                "53,2021,1,2 | 400 | csv.ragged | #",
                "53,'2021'x,1 | 400 | csv.malformed | #"
            })
    void a_bad_row_is_told_where_and_why_and_stops_no_other(String row, int status, String code, String pointer)
            throws IOException {
        List<JsonNode> results = results(HEADER + row.replace('\'', '"') + "\n53,2021,2\n");

        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("line").intValue()).isEqualTo(2);
        assertThat(results.get(0).get("status").intValue()).isEqualTo(status);
        assertThat(results.get(0).at("/problem/errors")).hasSize(1);
        assertThat(results.get(0).at("/problem/errors/0/code").textValue()).isEqualTo(code);
        assertThat(results.get(0).at("/problem/errors/0/pointer").textValue()).isEqualTo(pointer);
        assertThat(results.get(1).get("status").intValue()).isEqualTo(202);
    }

    @Test
    void a_row_outside_the_tokens_jurisdictions_is_forbidden() throws IOException {
        List<JsonNode> results = results(HEADER + "11,2021,1\n53,2021,1\n");

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(403, 202);
    }

    @Test
    void a_qualifier_without_its_figure_is_refused() throws IOException {
        List<JsonNode> results =
                results("jurisdiction,period,petitions.visits,petitions.visits:qualifier\n53,2021,,ABOUT\n");

        assertThat(results.get(0).at("/problem/errors/0/code").textValue()).isEqualTo("field.missing");
        assertThat(results.get(0).at("/problem/errors/0/pointer").textValue())
                .isEqualTo("#/figures/petitions.visits/value");
    }

    @Test
    void rows_count_by_the_line_on_which_they_begin() throws IOException {
        List<JsonNode> results = results("\uFEFF\"jurisdiction\",\"period\",\"petitions.visits\"\r\n"
                + "53,2021,\"1\n\"\r\n"
                + "\r\n"
                + ",,\r\n"
                + "53,\"20\r\n\r\n21\",2\n"
                + "53,2022,3");

        assertThat(results).extracting(result -> result.get("line").intValue()).containsExactly(2, 6, 9);
        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(202, 422, 202);
    }

    @Test
    void bytes_that_are_no_text_in_the_charset_refuse_their_row() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((HEADER + "53,2021,1\n53,2021,昆").getBytes(GB18030));
        body.write(0x81);
        body.writeBytes("\n53,2022,2\n".getBytes(GB18030));

        List<JsonNode> results = bulk.results("text/csv; charset=GB18030", body.toByteArray());

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(202, 400, 202);
        assertThat(results.get(1).at("/problem/errors/0/code").textValue()).isEqualTo("csv.not_in_charset");
        assertThat(results.get(1).at("/problem/errors/0/detail").textValue()).contains("byte 11", "GB18030");
    }

    @Test
    void a_row_that_is_too_long_or_lacks_a_quote_is_refused_and_the_rest_read() throws IOException {
        String tooLong = "53,2021,\"" + "1".repeat(300_000) + "\"\n";
        String rows = IntStream.range(0, 40_000).mapToObj(Bulk::row).collect(joining());
        List<JsonNode> results = results(HEADER + tooLong + "53,2021,2\n53,2021,\"3\n" + rows);

        assertThat(results.get(0).get("status").intValue()).isEqualTo(413);
        assertThat(results.get(1).get("status").intValue()).isEqualTo(202);
        assertThat(results.get(2).get("status").intValue()).isEqualTo(413);
        assertThat(results.get(2).get("line").intValue()).isEqualTo(4);
        assertThat(results.get(3).get("status").intValue()).isEqualTo(202);
        assertThat(results.get(results.size() - 1).get("line").intValue()).isEqualTo(40_004);
    }

    @Test
    void the_second_row_of_a_place_is_refused_and_a_correction_of_a_refused_one_is_not() throws IOException {
        List<JsonNode> results = results(HEADER + "53,2021,-1\n11,2021,1\n53,2021,1\n530000,2021,2\n53,2022,3\n");

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(422, 403, 202, 422, 202);
        assertThat(results.get(3).at("/problem/errors")).hasSize(1);
        assertThat(results.get(3).at("/problem/errors/0/code").textValue()).isEqualTo("place.twice");
        assertThat(results.get(3).at("/problem/errors/0/pointer").textValue()).isEqualTo("#/jurisdiction");
        assertThat(results.get(3).at("/problem/errors/0/detail").textValue()).contains("云南省 53", "2021", "line 4");
        assertThat(results(HEADER + "53,2021,1\n"))
                .singleElement()
                .satisfies(result -> assertThat(result.get("status").intValue()).isEqualTo(202));
    }

    @Test
    void a_row_with_a_lone_carriage_return_among_empty_cells_is_refused_and_not_passed_over() throws IOException {
        List<JsonNode> results = results(HEADER + ",\r,\n,,\r\n\"\r\",,\n53,2021,3\n");

        assertThat(results).extracting(result -> result.get("line").intValue()).containsExactly(2, 5);
        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(400, 202);
        assertThat(results.get(0).at("/problem/errors/0/code").textValue()).isEqualTo("csv.malformed");
    }

    @Test
    void what_stands_after_a_lone_carriage_return_is_not_passed_over() throws IOException {
        List<JsonNode> results = results(HEADER + "53,2021,1\r53,2021,2\n53,2021,3\n");

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(400, 202);
        assertThat(results.get(0).at("/problem/errors/0/code").textValue()).isEqualTo("csv.malformed");
        assertThat(results.get(0).at("/problem/errors/0/detail").textValue()).contains("CR LF");
        try (Exchange exchange = bulk.open("text/csv")) {
            exchange.send((HEADER + "53,2021,1\n").replace('\n', '\r')).end();

            assertThat(exchange.status()).isEqualTo(400);
            assertThat(exchange.result().at("/errors/0/code").textValue()).isEqualTo("csv.malformed");
        }
    }

    @Test
    void a_quote_that_is_open_at_the_end_refuses_its_row() throws IOException {
        List<JsonNode> results = results(HEADER + "53,2021,1\n53,2021,\"2\n53,2021,3\n");

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(202, 400);
        assertThat(results.get(1).at("/problem/errors/0/code").textValue()).isEqualTo("csv.malformed");
    }

    /** Though there is nothing left to hear of it, for which another refused sender would be waited for. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "nothing", "\"nothing", "nothing\n"})
    @Timeout(20)
    void a_body_that_ends_with_what_refuses_it_is_answered_at_once(String body) throws IOException {
        try (Exchange exchange = bulk.open("text/csv")) {
            if (!body.isEmpty()) {
                exchange.send(body);
            }
            exchange.end();

            assertThat(exchange.status()).isIn(400, 422);
            assertThat(exchange.result().get("errors")).isNotEmpty();
        }
    }

    @Test
    void a_header_in_the_wrong_charset_refuses_the_body() throws IOException {
        try (Exchange exchange = bulk.open("text/csv;charset=UTF-8")) {
            exchange.send("jurisdiction,period,接访\n".getBytes(GB18030)).end();

            assertThat(exchange.status()).isEqualTo(400);
            assertThat(exchange.result().at("/errors/0/code").textValue()).isEqualTo("csv.not_in_charset");
        }
    }
}
