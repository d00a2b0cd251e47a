package io.huizong.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A proxy before an intake. The first requests fail as the given failures say, one each. It passes on all later ones. */
final class FlakyFront implements AutoCloseable {

    enum Failure {
        BUSY_FOR_A_SECOND,
        UNAVAILABLE,
        UNAVAILABLE_UNTIL_DATE,
        UNAVAILABLE_UNTIL_PAST_DATE,
        BAD_GATEWAY,
        GATEWAY_TIMEOUT,
        BROKEN_CONNECTION,
        LOST_ANSWER
    }

    /** @param seconds when it came, from an arbitrary beginning */
    record Request(double seconds, String key) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI intake;
    private final List<Failure> failures;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    FlakyFront(URI intake, List<Failure> failures) throws IOException {
        this.intake = intake;
        this.failures = failures;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        int earlier = requests.size();
        requests.add(new Request(
                System.nanoTime() / 1e9, exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        if (earlier < failures.size()) {
            fail(exchange, failures.get(earlier));
        } else {
            HttpResponse<byte[]> answer = passedOn(exchange);
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    /** Closing an exchange without an answer breaks its connection. */
    private void fail(HttpExchange exchange, Failure failure) throws IOException {
        switch (failure) {
            case BUSY_FOR_A_SECOND -> refuse(exchange, 429, "1");
            case UNAVAILABLE -> refuse(exchange, 503, null);
            case UNAVAILABLE_UNTIL_DATE -> refuse(exchange, 503, date(4));
            case UNAVAILABLE_UNTIL_PAST_DATE -> refuse(exchange, 503, date(-3600));
            case BAD_GATEWAY -> refuse(exchange, 502, null);
            case GATEWAY_TIMEOUT -> refuse(exchange, 504, null);
            case BROKEN_CONNECTION -> exchange.getRequestBody().readAllBytes();
            case LOST_ANSWER -> passedOn(exchange);
        }
    }

    /** An HTTP date, which has whole seconds: up to a second earlier. */
    private static String date(int secondsFromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(secondsFromNow));
    }

    private static void refuse(HttpExchange exchange, int status, String retryAfter) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private HttpResponse<byte[]> passedOn(HttpExchange exchange) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(intake.resolve(exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            for (String name : new String[] {"Authorization", "Idempotency-Key", "Content-Type"}) {
                request.header(name, exchange.getRequestHeaders().getFirst(name));
            }
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
