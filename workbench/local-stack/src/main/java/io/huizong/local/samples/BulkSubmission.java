package io.huizong.local.samples;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.local.count.SubmittedReport;

/** Submits reports by the thousand and waits for what they come to. */
public final class BulkSubmission {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 5;
    private static final Set<Integer> REPEATABLE = Set.of(408, 429, 500, 503);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ServicesClient client;
    private final String sender;
    private final Consumer<String> out;
    private final List<String> findings;
    private final Map<String, SubmittedReport> accepted = new LinkedHashMap<>();

    /**
     * @param sender the client whose token is sent
     * @param findings gets a sentence for each report that was not applied
     */
    public BulkSubmission(ServicesClient client, String sender, Consumer<String> out, List<String> findings) {
        this.client = client;
        this.sender = sender;
        this.out = out;
        this.findings = findings;
    }

    /**
     * Posts reports as one body. It has a key that follows from its content, so that it counts once however often it is
     * posted, by this run or a later one.
     *
     * @param name what the body is called in messages
     */
    public void post(String name, List<SubmittedReport> reports) throws IOException {
        byte[] body = reports.stream()
                .map(SubmittedReport::text)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        String key = UUID.nameUUIDFromBytes(body).toString();
        List<JsonNode> results = post(body, key);
        for (int attempt = 1; isIncomplete(results, reports) && attempt < ATTEMPTS; attempt++) {
            Pause.of(PAUSE);
            results = post(body, key);
        }
        int before = accepted.size();
        int warnings = 0;
        for (JsonNode result : results) {
            int line = result.path("line").asInt();
            if (result.path("status").asInt() == 202) {
                accepted.put(result.path("submissionId").asText(), reports.get(line - 1));
                warnings += result.path("warnings").isEmpty() ? 0 : 1;
            } else {
                findings.add("%s, line %d was refused: %s".formatted(name, line, result.path("problem")));
            }
        }
        if (results.size() < reports.size()) {
            findings.add("%s: results came for %d of %d lines.".formatted(name, results.size(), reports.size()));
        }
        out.accept("%s: accepted %d of %d, %d of them with warnings"
                .formatted(name, accepted.size() - before, reports.size(), warnings));
    }

    private List<JsonNode> post(byte[] body, String key) throws IOException {
        HttpResponse<String> response = client.submitLines(body, key);
        if (REPEATABLE.contains(response.statusCode())) {
            return List.of();
        }
        if (response.statusCode() != 200) {
            throw new IOException(
                    "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
        List<JsonNode> results = new ArrayList<>();
        for (String line : response.body().lines().toList()) {
            results.add(JSON.readTree(line));
        }
        return results;
    }

    private static boolean isIncomplete(List<JsonNode> results, List<SubmittedReport> reports) {
        return results.size() < reports.size()
                || results.stream()
                        .anyMatch(result ->
                                REPEATABLE.contains(result.path("status").asInt()));
    }

    /** The reports that are applied, when what all of them came to is known or nothing more comes of them. */
    public List<SubmittedReport> awaitApplied() throws IOException {
        Map<String, String> outcomes = Map.of();
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (outcomes.size() < accepted.size() && Instant.now().isBefore(deadline)) {
            Map<String, String> now = outcomes();
            if (now.size() > outcomes.size()) {
                deadline = Instant.now().plus(TIMEOUT);
                out.accept("taken up %d of %d".formatted(now.size(), accepted.size()));
            }
            outcomes = now;
            if (now.size() < accepted.size()) {
                Pause.of(PAUSE);
            }
        }
        List<SubmittedReport> applied = new ArrayList<>();
        for (Map.Entry<String, SubmittedReport> entry : accepted.entrySet()) {
            String outcome = outcomes.getOrDefault(entry.getKey(), "nothing yet");
            if (outcome.equals("APPLIED")) {
                applied.add(entry.getValue());
            } else {
                findings.add("The report of %s for %s was accepted as %s and came to %s."
                        .formatted(
                                entry.getValue().jurisdiction(),
                                entry.getValue().period(),
                                entry.getKey(),
                                outcome));
            }
        }
        return applied;
    }

    private Map<String, String> outcomes() throws IOException {
        Map<String, String> outcomes = new LinkedHashMap<>();
        Optional<String> end = Optional.empty();
        do {
            JsonNode page = client.submissions(sender, end);
            page.path("items").forEach(item -> {
                if (accepted.containsKey(item.path("submissionId").asText())) {
                    outcomes.put(
                            item.path("submissionId").asText(),
                            item.path("outcome").asText());
                }
            });
            end = Optional.ofNullable(page.path("next").textValue());
        } while (end.isPresent());
        return outcomes;
    }
}
