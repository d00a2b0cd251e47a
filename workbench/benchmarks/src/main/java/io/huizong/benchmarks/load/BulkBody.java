package io.huizong.benchmarks.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An NDJSON body that is made while it is sent, a part of it over and over. */
public final class BulkBody {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<byte[]> parts;
    private final int lines;

    /**
     * @param parts whole lines
     * @param lines of all parts together
     */
    public BulkBody(List<byte[]> parts, int lines) {
        this.parts = parts;
        this.lines = lines;
    }

    /** Sends it; returns when each line has been answered, and fails unless each was accepted. */
    public void send(URI reports, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(reports + "?results=refused"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(this::stream))
                .build();
        String answer = HTTP.send(request, BodyHandlers.ofString()).body();
        JsonNode summary = JSON.readTree(answer).path("summary");
        if (summary.path("accepted").intValue() != lines) {
            throw new IOException("Not all of %d lines were accepted: %s"
                    .formatted(lines, answer.substring(0, Math.min(answer.length(), 500))));
        }
    }

    private InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** The same thousand lines so often that they make that many. */
    public static BulkBody repeated(byte[] thousand, int lines) {
        return new BulkBody(
                IntStream.range(0, lines / 1000).mapToObj(time -> thousand).toList(), lines);
    }
}
