package io.huizong.system.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.system.history.Place;
import io.huizong.system.history.PlacedSubmission;

/**
 * A report or a withdrawal.
 *
 * @param report as JSON; null withdraws the report of the place
 * @param expectedRevision the newest that the sender knows; null if it does not say
 */
record DrillSubmission(String key, Place place, String report, Integer expectedRevision) implements DrillRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isWithdrawal() {
        return report == null;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public HttpRequest to(String intake, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .timeout(SteadyClient.TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key);
        if (!isWithdrawal()) {
            return request.uri(URI.create(intake + "/reports"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(report))
                    .build();
        }
        String query = expectedRevision == null ? "" : "?expectedRevision=" + expectedRevision;
        return request.uri(URI.create("%s/reports/%s%s".formatted(intake, place, query)))
                .DELETE()
                .build();
    }

    @Override
    public Receipt receipt(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 202) {
            String id = JSON.readTree(answer.body()).path("submissionId").textValue();
            return new Receipt(List.of(new PlacedSubmission(UUID.fromString(id), place)), 0, List.of());
        }
        return REPEATABLE.contains(answer.statusCode())
                ? new Receipt(List.of(), 1, List.of())
                : new Receipt(
                        List.of(),
                        0,
                        List.of("%s was answered %d: %s".formatted(this, answer.statusCode(), answer.body())));
    }
}
