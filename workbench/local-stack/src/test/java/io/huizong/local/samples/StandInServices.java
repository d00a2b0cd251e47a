package io.huizong.local.samples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Both services in one, answering what a test told it to. Quotes in JSON are written as apostrophes. */
final class StandInServices implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Answer> first = new HashMap<>();
    private final HttpServer http;

    StandInServices() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    StandInServices answering(String call, int status, String json) {
        answers.put(call, new Answer(status, json.replace('\'', '"')));
        return this;
    }

    /** Answers that call so the next time, and afterwards as it was told to. */
    StandInServices answeringOnce(String call, int status, String json) {
        first.put(call, new Answer(status, json.replace('\'', '"')));
        return this;
    }

    ServicesClient client() {
        String url = "http://127.0.0.1:" + http.getAddress().getPort();
        return new ServicesClient(url, url, "submitter", "viewer");
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Answer answer = Stream.of(first.remove(call), answers.get(call))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(new Answer(404, "{}"));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
