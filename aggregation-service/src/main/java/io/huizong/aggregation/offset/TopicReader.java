package io.huizong.aggregation.offset;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the committed records of a topic apart from any consumer group: from wherever one likes, without committing
 * anything. One thread only.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String topic;
    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<Integer, Long> reached = new HashMap<>();

    TopicReader(Map<String, Object> kafka, String topic, int batchSize) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchSize);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // An offset that is not there any more must be an error, not a jump.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** Goes to those offsets; partitions without one begin at 0. */
    public void seek(Map<Integer, Long> offsets) {
        for (TopicPartition partition : partitions) {
            long offset = offsets.getOrDefault(partition.partition(), 0L);
            consumer.seek(partition, offset);
            reached.put(partition.partition(), offset);
        }
    }

    /** The next records; none if nothing comes for a moment. */
    public ConsumerRecords<String, byte[]> poll() {
        return consumer.poll(POLL);
    }

    /** What has been read since the last call, or since it went somewhere; only of partitions where anything was. */
    public Map<Integer, OffsetRange> read() {
        Map<Integer, OffsetRange> read = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long from = reached.get(partition.partition());
            long to = consumer.position(partition, TIMEOUT);
            if (to > from) {
                read.put(partition.partition(), new OffsetRange(from, to));
                reached.put(partition.partition(), to);
            }
        }
        return read;
    }

    /** The offset of what is read next of a partition. */
    public long position(int partition) {
        return consumer.position(new TopicPartition(topic, partition), TIMEOUT);
    }

    /** The offset of the first record of each partition that is still there. */
    public Map<Integer, Long> begins() {
        return byNumber(consumer.beginningOffsets(partitions, TIMEOUT));
    }

    /** The offset after the last committed record of each partition. */
    public Map<Integer, Long> ends() {
        return byNumber(consumer.endOffsets(partitions, TIMEOUT));
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream().collect(toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
    }

    /** The one record at that offset; empty if there is none. */
    public Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset) {
        TopicPartition wanted = new TopicPartition(topic, partition);
        if (!partitions.contains(wanted) || offset >= ends().get(partition) || offset < begins().get(partition)) {
            return Optional.empty();
        }
        consumer.assign(List.of(wanted));
        consumer.seek(wanted, offset);
        ConsumerRecords<String, byte[]> records = consumer.poll(TIMEOUT);
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.iterator().next()).filter(record -> record.offset() == offset);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
