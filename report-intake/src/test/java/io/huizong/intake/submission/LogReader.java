package io.huizong.intake.submission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.UnreadableEventException;

/** Reads a log from its begin to its present end, as any consumer could. */
public record LogReader(String kafka, String topic) {

    /** All records, by partition. */
    public List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long missing = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (records.size() < missing) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The records of that submission, decoded. */
    public List<ReportEvent> eventsOf(String submissionId) throws UnreadableEventException {
        List<ReportEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> read : records()) {
            if (submissionId.equals(header(read, "ce_id"))) {
                events.add(decoded(read));
            }
        }
        return events;
    }

    /** The event that a record is. */
    public static ReportEvent decoded(ConsumerRecord<String, byte[]> read) throws UnreadableEventException {
        return new ReportEventCodec().decode(read.key(), name -> header(read, name), read.value());
    }

    /** The value of a record's header; null if it has none. */
    public static String header(ConsumerRecord<String, byte[]> read, String name) {
        var header = read.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
