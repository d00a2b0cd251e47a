package io.huizong.aggregation.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.restassured.RestAssured;

/** Reads server-sent events as a browser would. */
public final class EventStream implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 60;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private volatile boolean closed;

    /** An event, with the names of all its fields; a comment is one without anything. */
    public record Event(String name, String id, String data, Set<String> fields) {}

    public EventStream(String address, String token, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + address))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode());
        }
        lines = response.body();
        Thread reader = new Thread(this::readUntilClosed, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    private void readUntilClosed() {
        try {
            read();
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void read() {
        Map<String, String> fields = new LinkedHashMap<>();
        lines.forEach(line -> {
            if (line.isEmpty()) {
                events.add(new Event(
                        fields.get("event"), fields.get("id"), fields.get("data"), Set.copyOf(fields.keySet())));
                fields.clear();
            } else {
                String[] parts = line.split(":", 2);
                fields.put(parts[0], parts[1].startsWith(" ") ? parts[1].substring(1) : parts[1]);
            }
        });
    }

    /** The next event like that, those before it passed over. */
    public Event next(Predicate<Event> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < end) {
            Event event = events.poll(1, TimeUnit.SECONDS);
            if (event != null && wanted.test(event)) {
                return event;
            }
        }
        throw new AssertionError("no such event came");
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
    }
}
