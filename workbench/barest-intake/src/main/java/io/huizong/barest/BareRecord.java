package io.huizong.barest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The record that report-intake writes for a report that has nothing wrong with it.
 *
 * @param key code of the jurisdiction
 * @param headers those of a CloudEvent in binary mode
 * @param value the event's JSON
 */
record BareRecord(String key, Headers headers, byte[] value) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The record of a report as it came in, unchecked. */
    static BareRecord of(ObjectNode report, UUID submissionId, Instant time, String client)
            throws JsonProcessingException {
        String jurisdiction = report.get("jurisdiction").textValue();
        String period = report.get("period").textValue();
        if (!report.has("scope")) {
            report.put("scope", "WHOLE_AREA");
        }
        ObjectNode event = JSON.createObjectNode();
        event.set("report", report);
        event.putObject("origin").put("client", client);

        Map<String, String> names = new LinkedHashMap<>();
        names.put("ce_specversion", "1.0");
        names.put("ce_id", submissionId.toString());
        names.put("ce_type", "io.huizong.report.submitted.v1");
        names.put("ce_source", "urn:huizong:report-intake");
        names.put("ce_subject", jurisdiction + "/" + period);
        names.put("ce_time", time.toString());
        names.put("content-type", "application/json");
        Headers headers = new RecordHeaders();
        names.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new BareRecord(jurisdiction, headers, JSON.writeValueAsBytes(event));
    }
}
