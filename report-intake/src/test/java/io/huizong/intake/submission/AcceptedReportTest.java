package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.local.LocalIssuer;

/** An accepted report is in the log, whole, when the sender hears so. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class AcceptedReportTest {

    LocalIssuer issuer;
    PublishedRecords log;
    Intake intake;
    private String token;

    @BeforeEach
    void take_a_token() {
        token = issuer.token("kunming", Set.of("submitter"), Set.of("CN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110115107-2020", "361026101-2024", "370303005-2023", "530181009-2021", "610802-2024"})
    void a_real_report_is_in_the_log_when_it_is_accepted(String sample) throws IOException, UnreadableEventException {
        Path file = Path.of("../docs/samples", sample + ".json");

        HttpResponse<String> response = intake.submit(BodyPublishers.ofFile(file), token);

        assertThat(response.statusCode()).isEqualTo(202);
        ReportSubmitted event = logged(response);
        assertThat(event.jurisdiction() + "-" + event.period()).isEqualTo(sample);
        assertThat(event.origin()).isEqualTo(Origin.of("kunming"));
        assertThat(event.report().source().title())
                .isEqualTo(
                        Intake.JSON.readTree(file.toFile()).at("/source/title").textValue());
        assertThat(event.report().figures())
                .hasSize(Intake.JSON.readTree(file.toFile()).get("figures").size());
        assertThat(event.time()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void the_receipt_says_where_to_look() {
        HttpResponse<String> response = intake.submit(
                "{\"jurisdiction\": \"530181009000\", \"period\": \"2021-Q4\", \"figures\": {\"petitions.visits\": 1}}",
                token);

        JsonNode receipt = Intake.json(response);
        String id = receipt.get("submissionId").textValue();
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(response.headers().firstValue("Location")).hasValue("https://totals.example/submissions/" + id);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(receipt.toString())
                .isEqualTo(("{\"submissionId\":\"%1$s\",\"jurisdiction\":\"530181009\",\"period\":\"2021-Q4\","
                                + "\"warnings\":[],\"links\":{\"submission\":\"https://totals.example/submissions/%1$s\","
                                + "\"report\":\"https://totals.example/reports/530181009/2021-Q4\","
                                + "\"rollup\":\"https://totals.example/rollups/530181009/2021-Q4\"}}")
                        .formatted(id));
    }

    @Test
    void the_record_is_a_cloud_event_under_the_jurisdiction() throws UnreadableEventException {
        HttpResponse<String> response = intake.submit(
                "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"expectedRevision\": 0,"
                        + " \"figures\": {\"petitions.visits\": 124.0}}",
                token);

        String id = Intake.json(response).get("submissionId").textValue();
        ConsumerRecord<String, byte[]> written = written(id);
        assertThat(written.key()).isEqualTo("530181");
        assertThat(PublishedRecords.header(written, "ce_specversion")).isEqualTo("1.0");
        assertThat(PublishedRecords.header(written, "ce_type")).isEqualTo("io.huizong.report.submitted.v1");
        assertThat(PublishedRecords.header(written, "ce_source")).isEqualTo("urn:huizong:report-intake");
        assertThat(PublishedRecords.header(written, "ce_subject")).isEqualTo("530181/2021");
        assertThat(PublishedRecords.header(written, "content-type")).isEqualTo("application/json");
        ReportEvent event = PublishedRecords.decoded(written);
        assertThat(event.expectedRevision()).isZero();
        assertThat(event.period()).isEqualTo(Period.parse("2021"));
        assertThat(((ReportSubmitted) event).report().figures())
                .containsOnlyKeys("petitions.visits")
                .containsValue(Figure.exact(124));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 没有任何数字",
        "en, no figure",
        "'zh-CN,en;q=0.8', 没有任何数字",
        "'fr, en;q=0.5', no figure",
        "fr, 没有任何数字",
        "!!, 没有任何数字"
    })
    void a_warning_is_told_in_the_senders_language_and_logged_in_both(String acceptLanguage, String words)
            throws UnreadableEventException {
        HttpResponse<String> response = intake.send("/reports", request -> Intake.bearing(token, request)
                .header("Content-Type", "application/json")
                .header("Accept-Language", acceptLanguage)
                .POST(BodyPublishers.ofString("{\"jurisdiction\": \"53\", \"period\": \"2021\", \"figures\": {}}")));

        JsonNode warning = Intake.json(response).at("/warnings/0");
        assertThat(warning.get("pointer").textValue()).isEqualTo("#/figures");
        assertThat(warning.get("code").textValue()).isEqualTo("figures.none");
        assertThat(warning.get("detail").textValue()).contains(words);
        var logged = logged(response).warnings().get(0).detail();
        assertThat(logged.zh()).contains("没有任何数字");
        assertThat(logged.en()).contains("no figure");
    }

    @ParameterizedTest
    @CsvSource({"530181, 530181", "530181, 53", "530181, CN", "110115107, 11", "CN, CN"})
    void a_client_may_write_for_what_its_token_names_and_all_below(String jurisdiction, String claim) {
        String narrow = issuer.token("c", Set.of("submitter"), Set.of("4401", claim));

        HttpResponse<String> response = intake.submit(
                "{\"jurisdiction\": \"%s\", \"period\": \"2021\", \"figures\": {}}".formatted(jurisdiction), narrow);

        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void a_report_close_to_the_limit_is_accepted() {
        String report = "{\"jurisdiction\": \"53\", \"period\": \"2021\", \"figures\": {}}";

        HttpResponse<String> response = intake.submit(
                Intake.chunked((report + " ".repeat(256 * 1024 - report.length())).getBytes(StandardCharsets.UTF_8)),
                token);

        assertThat(response.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "/q/health/ready, Topic reports",
        "/q/health/live, UP",
        "/q/metrics, jvm_memory",
        "/q/openapi, schemas/ReportRequest"
    })
    void operators_find_what_they_look_for(String path, String content) {
        HttpResponse<String> response = intake.send(path, request -> request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(content);
    }

    private ReportSubmitted logged(HttpResponse<String> response) throws UnreadableEventException {
        return (ReportSubmitted) PublishedRecords.decoded(
                written(Intake.json(response).get("submissionId").textValue()));
    }

    private ConsumerRecord<String, byte[]> written(String submissionId) {
        return log.records().stream()
                .filter(record -> submissionId.equals(PublishedRecords.header(record, "ce_id")))
                .findFirst()
                .orElseThrow();
    }
}
