package io.huizong.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An NDJSON body that is made while it is sent, a part at a time. */
public final class BulkRequest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int PART = 1000;
    /** From 1950 to 2024. */
    private static final int MONTHS = 900;

    private static final String MONTH = "0000-00";

    private final Iterable<byte[]> parts;
    private final int lines;

    /**
     * @param parts whole lines
     * @param lines of all parts together
     */
    public BulkRequest(Iterable<byte[]> parts, int lines) {
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
        Iterator<byte[]> remaining = parts.iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {

            @Override
            public boolean hasMoreElements() {
                return remaining.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(remaining.next());
            }
        });
    }

    /**
     * Reports of a thousand townships, for one month after the other until they are so many, so that each is for another
     * place: a place stands once in a body. After the last month the first comes again, as many lines later as no intake
     * remembers.
     */
    public static BulkRequest monthly(NationalReports national, int lines) {
        byte[] thousand = national.townships(PART).stream()
                .map(township -> national.json(township, MONTH, 1234))
                .collect(joining("\n", "", "\n"))
                .getBytes(US_ASCII);
        int[] months = months(thousand);
        return new BulkRequest(
                () -> IntStream.range(0, lines / PART)
                        .mapToObj(part -> in(part % MONTHS, thousand, months))
                        .iterator(),
                lines);
    }

    /** Where the lines say the month. */
    private static int[] months(byte[] thousand) {
        String text = new String(thousand, US_ASCII);
        return IntStream.iterate(text.indexOf(MONTH), at -> at >= 0, at -> text.indexOf(MONTH, at + 1))
                .toArray();
    }

    private static byte[] in(int month, byte[] thousand, int[] months) {
        byte[] name = "%d-%02d".formatted(1950 + month / 12, 1 + month % 12).getBytes(US_ASCII);
        byte[] lines = thousand.clone();
        for (int at : months) {
            System.arraycopy(name, 0, lines, at, name.length);
        }
        return lines;
    }
}
