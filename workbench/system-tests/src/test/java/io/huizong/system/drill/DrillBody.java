package io.huizong.system.drill;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.system.history.PlacedSubmission;

/** Reports of different places, one a line. */
record DrillBody(String key, List<DrillSubmission> lines) implements DrillRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public HttpRequest to(String intake, String token) {
        String body = lines.stream().map(DrillSubmission::report).collect(joining("\n"));
        return HttpRequest.newBuilder(URI.create(intake + "/reports"))
                .timeout(SteadyClient.TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public Receipt receipt(HttpResponse<String> answer) throws IOException {
        if (REPEATABLE.contains(answer.statusCode())) {
            return new Receipt(List.of(), size(), List.of());
        }
        if (answer.statusCode() != 200) {
            return new Receipt(
                    List.of(), 0, List.of("%s was answered %d: %s".formatted(key, answer.statusCode(), answer.body())));
        }
        List<PlacedSubmission> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int repeatable = size();
        for (String result : answer.body().lines().toList()) {
            JsonNode json = JSON.readTree(result);
            int status = json.path("status").intValue();
            if (status == 202) {
                UUID id = UUID.fromString(json.path("submissionId").textValue());
                accepted.add(new PlacedSubmission(
                        id, lines.get(json.path("line").intValue() - 1).place()));
            } else if (!REPEATABLE.contains(status)) {
                refused.add("%s: %s".formatted(key, result));
            }
        }
        // Lines without a result are among them: the intake was lost amid its answer.
        return new Receipt(accepted, repeatable - accepted.size() - refused.size(), refused);
    }
}
