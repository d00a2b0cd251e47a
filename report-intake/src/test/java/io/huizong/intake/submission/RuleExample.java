package io.huizong.intake.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of the table of rules, {@code rules.json}: a report that breaks one rule, and what its sender is told.
 *
 * @param code the rule's code
 * @param status the answer's, where the report is submitted
 * @param pointer where the rule is broken
 * @param change members in place of those of a good report; null takes one out
 * @param body the body as it stands, if it is no changed report
 * @param base64 its bytes, if it is no text
 * @param csv the body as CSV, if it is not JSON
 * @param key an Idempotency-Key, if one is sent
 * @param zh the sentence in Chinese, where {@code {today}} stands for the date
 * @param en the sentence in English
 */
record RuleExample(
        String code,
        int status,
        String pointer,
        ObjectNode change,
        String body,
        String base64,
        String csv,
        String key,
        String zh,
        String en) {

    private static final String GOOD =
            "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {\"petitions.visits\": 3}}";

    static List<RuleExample> all() {
        return Table.read("/rules.json", RuleExample.class);
    }

    /** A good report with those members in place of its own. */
    static RuleExample withMembers(String members) {
        try {
            ObjectNode change = (ObjectNode) Table.JSON.readTree(Table.written("{" + members + "}"));
            return new RuleExample("none", 200, "#", change, null, null, null, null, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent. */
    byte[] bytes() {
        if (base64 != null) {
            return Base64.getDecoder().decode(base64);
        }
        if (csv != null) {
            return csv.getBytes(StandardCharsets.UTF_8);
        }
        return Table.written(body == null ? changed().toString() : body).getBytes(StandardCharsets.UTF_8);
    }

    String mediaType() {
        return csv == null ? "application/json" : "text/csv;charset=" + charset();
    }

    /** Where it can be sent. */
    List<String> paths() {
        return csv == null ? List.of("/reports", "/reports/validations") : List.of("/reports");
    }

    /** For bytes that are text in UTF-8 and in this charset only by half. */
    private String charset() {
        return code.equals("csv.not_in_charset") ? "GB18030" : "UTF-8";
    }

    /** What is sent, shortened as in the table. */
    String shown() {
        if (key != null) {
            return "Idempotency-Key: " + key;
        }
        if (csv != null) {
            return csv.replace("\n", "⏎");
        }
        return base64 != null ? "base64: " + base64 : body == null ? change.toString() : body;
    }

    private ObjectNode changed() {
        try {
            ObjectNode report = (ObjectNode) Table.JSON.readTree(GOOD);
            for (var member : change.properties()) {
                JsonNode value = member.getValue();
                if (value.isNull()) {
                    report.remove(member.getKey());
                } else {
                    report.set(member.getKey(), value);
                }
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that is sent. */
    String writtenKey() {
        return Table.written(key);
    }

    @Override
    public String toString() {
        return code + " at " + pointer;
    }
}
