package io.huizong.intake.bulk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.local.LocalIssuer;

/** The running intake as a sender of bulk bodies sees it, who may write for 云南省. */
record Bulk(URI address, String token, String language) {

    static final String NDJSON = "application/x-ndjson";
    /** From 1950 on. */
    static final int MONTHS = 900;

    private static final List<String> PLACES = places();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static List<String> places() {
        DivisionTree tree = DivisionTree.bundled();
        Jurisdiction anning = tree.get("530181").orElseThrow();
        return Stream.concat(Stream.of(anning), tree.children(tree.get("5301").orElseThrow()).stream())
                .distinct()
                .flatMap(county -> Stream.concat(Stream.of(county), tree.children(county).stream()))
                .map(Jurisdiction::code)
                .toList();
    }

    static Bulk of(URI address, LocalIssuer issuer) {
        return new Bulk(address, issuer.token("yunnan", Set.of("submitter"), Set.of("53")), "en");
    }

    Exchange open(String contentType, String query, String... more) {
        List<String> headers = new ArrayList<>(
                List.of("Authorization", "Bearer " + token, "Content-Type", contentType, "Accept-Language", language));
        headers.addAll(List.of(more));
        return Exchange.post(address, "/reports" + query, headers.toArray(String[]::new));
    }

    Exchange open(String contentType) {
        return open(contentType, "");
    }

    /** The results of a whole body. */
    List<JsonNode> results(String contentType, byte[] body, String... more) throws IOException {
        try (Exchange exchange = open(contentType, "", more)) {
            return exchange.send(body).end().results();
        }
    }

    /** What a report gets by itself. */
    JsonNode single(byte[] report) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/reports"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofByteArray(report))
                .build();
        return new ObjectMapper()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    /** A gauge of the service. */
    int gauge(String name) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/q/metrics")).build();
            HttpResponse<String> metrics = HTTP.send(request, BodyHandlers.ofString());
            Matcher matcher =
                    Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(metrics.body());
            if (!matcher.find()) {
                throw new AssertionError("There is no metric " + name);
            }
            return (int) Double.parseDouble(matcher.group(1));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing of any body is left running. */
    boolean isQuiet() {
        return gauge("huizong_bulk_bodies") == 0 && gauge("huizong_events_in_flight") == 0;
    }

    /** A good report for another place in 云南省 for each number: of 安宁市 the first {@link #MONTHS} ones. */
    static String report(int number) {
        return "{\"jurisdiction\": \"%s\", \"period\": \"%s\", \"figures\": {\"petitions.visits\": %d}}"
                .formatted(code(number), period(number), number);
    }

    /** A row of the place for that number, with a figure in one column. */
    static String row(int number) {
        return "%s,%s,%d\n".formatted(code(number), period(number), number);
    }

    private static String code(int number) {
        return PLACES.get(number / MONTHS % PLACES.size());
    }

    private static String period(int number) {
        return "%d-%02d".formatted(1950 + number % MONTHS / 12, 1 + number % 12);
    }
}
