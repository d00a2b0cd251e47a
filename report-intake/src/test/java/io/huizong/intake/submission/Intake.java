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
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The running intake as a sender sees it. */
final class Intake {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Intake(URI address) {
        this.address = address;
    }

    HttpResponse<String> submit(String report, String token) {
        return submit(BodyPublishers.ofString(report), token);
    }

    HttpResponse<String> submit(BodyPublisher body, String token) {
        return send("/reports", request -> bearing(token, request)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(body));
    }

    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
        try {
            return client.send(
                    request.apply(HttpRequest.newBuilder(address.resolve(path))).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }
}
