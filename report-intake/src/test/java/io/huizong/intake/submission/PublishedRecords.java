package io.huizong.intake.submission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.local.ReportsTopic;

/** Reads what came into a log since this reader was made, as any consumer could. */
public record PublishedRecords(String kafka, Map<TopicPartition, Long> begin) {

    /** A reader of what comes into that log from now on. */
    static PublishedRecords from(String kafka, String topic, KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = IntStream.range(0, ReportsTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        return new PublishedRecords(kafka, consumer.endOffsets(partitions));
    }

    static KafkaConsumer<String, byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** How many records there are. */
    public long size() {
        try (var consumer = consumer(kafka)) {
            return size(consumer);
        }
    }

    private long size(KafkaConsumer<?, ?> consumer) {
        return sum(consumer.endOffsets(begin.keySet())) - sum(begin);
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All records, by partition. */
    public List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer = consumer(kafka)) {
            consumer.assign(begin.keySet());
            begin.forEach(consumer::seek);
            long size = size(consumer);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (records.size() < size) {
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
