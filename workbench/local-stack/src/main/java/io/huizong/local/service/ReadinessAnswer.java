package io.huizong.local.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What {@code /q/health/ready} answers. */
final class ReadinessAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadinessAnswer() {}

    /** The checks that are down, each with its data; empty if none is. */
    static Optional<String> reason(byte[] answer) {
        List<String> reasons = new ArrayList<>();
        try {
            for (JsonNode check : JSON.readTree(answer).path("checks")) {
                if (check.path("status").asText().equals("DOWN")) {
                    reasons.add(reason(check));
                }
            }
        } catch (IOException noHealth) {
            return Optional.empty();
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static String reason(JsonNode check) {
        List<String> data = new ArrayList<>();
        check.path("data").forEach(value -> data.add(value.asText()));
        String name = check.path("name").asText();
        return data.isEmpty() ? name : "%s: %s".formatted(name, String.join(", ", data));
    }
}
