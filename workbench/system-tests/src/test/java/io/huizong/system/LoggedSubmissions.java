package io.huizong.system;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.huizong.local.Stage;

/** The submissions in the topic {@code reports} of a stage. */
final class LoggedSubmissions {

    private LoggedSubmissions() {}

    /** How many records each submission for that period has, by its id. */
    static Map<String, Integer> of(Stage stage, String period) {
        Map<String, Integer> records = new HashMap<>();
        LoggedRecords.of(stage).stream()
                .filter(record -> header(record, "ce_subject").endsWith("/" + period))
                .forEach(record -> records.merge(header(record, "ce_id"), 1, Integer::sum));
        return records;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
