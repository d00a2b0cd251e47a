package io.huizong.intake.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running intake as a sender sees it. */
final class Intake {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private ApiDescription description;

    Intake(URI address) {
        this.address = address;
    }

    /** The one that the running test has started. */
    static Intake running() {
        return new Intake(ConfigProvider.getConfig().getValue("test.url", URI.class));
    }

    URI address() {
        return address;
    }

    /** What the service says of itself. */
    ApiDescription description() {
        if (description == null) {
            description = ApiDescription.of(sent(HttpRequest.newBuilder(address.resolve("/q/openapi?format=json"))
                            .build())
                    .body());
        }
        return description;
    }

    HttpResponse<String> submit(String report, String token) {
        return submit(BodyPublishers.ofString(report), token);
    }

    /** Posts a report there. */
    HttpResponse<String> post(String path, String report, String token) {
        return send(path, request -> bearing(token, request)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(report)));
    }

    HttpResponse<String> submit(BodyPublisher body, String token) {
        return send("/reports", request -> bearing(token, request)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(body));
    }

    HttpResponse<String> submit(String report, String token, UnaryOperator<HttpRequest.Builder> more) {
        return send("/reports", request -> more.apply(bearing(token, request))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(report)));
    }

    /** @param place the jurisdiction's code and the period, and whatever follows them in the address */
    HttpResponse<String> withdraw(String place, String token, UnaryOperator<HttpRequest.Builder> more) {
        return send("/reports/" + place, request -> more.apply(bearing(token, request))
                .header("Accept-Language", "en")
                .DELETE());
    }

    HttpResponse<String> withdraw(String place, String token) {
        return withdraw(place, token, UnaryOperator.identity());
    }

    /** Sends a request, and holds the answer against the API's description. */
    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
        HttpResponse<String> response = sent(
                request.apply(HttpRequest.newBuilder(address.resolve(path))).build());
        description().assertDescribes(response);
        return response;
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return client.sendAsync(request, BodyHandlers.ofString()).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException("no answer to " + request, e);
        }
    }

    static HttpRequest.Builder bearing(String token, HttpRequest.Builder request) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** A body whose length the server is not told beforehand. */
    static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
