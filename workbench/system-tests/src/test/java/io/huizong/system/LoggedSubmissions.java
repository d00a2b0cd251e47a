package io.huizong.system;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The submissions in a topic {@code reports}. */
final class LoggedSubmissions {

    private LoggedSubmissions() {}

    /** How many records each submission has, by its id. */
    static Map<String, Integer> of(String topic) {
        Map<String, Integer> records = new HashMap<>();
        LoggedRecords.of(topic)
                .forEach(record -> records.merge(
                        new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                        1,
                        Integer::sum));
        return records;
    }
}
