package io.huizong.benchmarks.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A report as it stands in the topic, read with as little work as can be.
 *
 * @param event the record's JSON
 */
record LoggedReport(ConsumerRecord<String, byte[]> from, JsonNode event) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static LoggedReport of(ConsumerRecord<String, byte[]> from) throws IOException {
        return new LoggedReport(from, JSON.readTree(from.value()));
    }

    JsonNode report() {
        return event.get("report");
    }

    RowKey key() {
        return new RowKey(
                report().get("period").textValue(), report().get("jurisdiction").textValue());
    }

    String scope() {
        return report().get("scope").textValue();
    }

    String client() {
        return event.get("origin").get("client").textValue();
    }

    Map<String, Long> figures() {
        Map<String, Long> figures = new HashMap<>();
        report().get("figures").properties().forEach(figure -> {
            JsonNode value = figure.getValue();
            figures.put(figure.getKey(), (value.isObject() ? value.get("value") : value).longValue());
        });
        return figures;
    }

    byte[] submissionId() {
        UUID id = UUID.fromString(header("ce_id"));
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    LocalDateTime submittedAt() {
        return LocalDateTime.ofInstant(Instant.parse(header("ce_time")), ZoneOffset.UTC);
    }

    private String header(String name) {
        return new String(from.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
