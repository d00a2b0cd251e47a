package io.huizong.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.huizong.local.LocalServers;

/** Reads a topic {@code reports} from its begin to its present end. */
final class LoggedSubmissions {

    private LoggedSubmissions() {}

    /** How many records each submission has, by its id. */
    static Map<String, Integer> of(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", LocalServers.shared().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long missing = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            Map<String, Integer> records = new HashMap<>();
            while (missing > 0) {
                for (var read : consumer.poll(Duration.ofMillis(100))) {
                    byte[] id = read.headers().lastHeader("ce_id").value();
                    records.merge(new String(id, StandardCharsets.UTF_8), 1, Integer::sum);
                    missing--;
                }
            }
            return records;
        }
    }
}
