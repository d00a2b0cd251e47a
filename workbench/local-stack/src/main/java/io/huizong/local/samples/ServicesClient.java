package io.huizong.local.samples;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The calls to both services that a run makes, as any other client would make them. */
public final class ServicesClient {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Duration BULK_TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String intake;
    private final String aggregation;
    private final String submitter;
    private final String viewer;

    /** Base URLs of both services, and a token of each role. */
    public ServicesClient(String intake, String aggregation, String submitter, String viewer) {
        this.intake = intake;
        this.aggregation = aggregation;
        this.submitter = submitter;
        this.viewer = viewer;
    }

    /** An HTTP answer; the body is missing where it was no JSON. */
    record Answer(int status, JsonNode body) {}

    Answer submit(byte[] report) throws IOException {
        HttpRequest request = request(intake + "/reports", submitter)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(report))
                .build();
        HttpResponse<String> response = send(request);
        return new Answer(response.statusCode(), parse(response.body()));
    }

    /** Posts reports, one a line; the body of the answer holds a result for each line. */
    HttpResponse<String> submitLines(byte[] reports, String idempotencyKey) throws IOException {
        return send(request(intake + "/reports", submitter)
                .timeout(BULK_TIMEOUT)
                .header("Content-Type", "application/x-ndjson")
                .header("Accept-Language", "en")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofByteArray(reports))
                .build());
    }

    /** What a client submitted, whatever it came to, oldest first: a page of items, and where the next one begins. */
    JsonNode submissions(String client, Optional<String> after) throws IOException {
        String query = "?client=%s&limit=1000".formatted(encoded(client));
        return body(get(
                "/submissions" + query
                        + after.map(end -> "&cursor=" + encoded(end)).orElse(""),
                viewer));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What became of a submission; empty as long as the service does not know it. */
    Optional<JsonNode> submission(String id) throws IOException {
        HttpResponse<String> response = get("/submissions/" + id, submitter);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response));
    }

    /** A rollup as the aggregation service shows it. */
    public JsonNode rollup(String code, String period) throws IOException {
        return body(get("/rollups/%s/%s".formatted(code, period), viewer));
    }

    JsonNode jurisdiction(String code) throws IOException {
        return body(get("/jurisdictions/" + code, viewer));
    }

    JsonNode indicators() throws IOException {
        return body(get("/indicators", viewer));
    }

    private HttpResponse<String> get(String path, String token) throws IOException {
        return send(request(aggregation + path, token).build());
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("%s was interrupted".formatted(request.uri()));
        }
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException(
                    "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return JSON.missingNode();
        }
    }
}
