package io.huizong.system.law;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.huizong.local.Stage;

/** Writes the log in every way that brokers allow, and reads what came of it. */
final class LawLog implements AutoCloseable {

    private static final int LARGEST_REQUEST = 4 << 20;

    private final LawHistory history;
    private final String servers;
    private final String name;
    private final LogTopic topic;
    private Producer<byte[], byte[]> producer;
    private Producer<byte[], byte[]> transactions;

    LawLog(Stage stage, LawHistory history) {
        this.history = history;
        this.servers = stage.servers().kafka();
        this.name = stage.topic();
        this.topic = new LogTopic(name, servers);
        open();
    }

    private void open() {
        producer = producer(Map.of());
        transactions = producer(Map.of("transactional.id", name));
        transactions.initTransactions();
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", servers);
        settings.put("acks", "all");
        settings.put("max.request.size", LARGEST_REQUEST);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    LogTopic topic() {
        return topic;
    }

    /** Returns when the broker has all of them. */
    void publish(List<LawRecord> records) throws ExecutionException, InterruptedException {
        send(producer, records);
    }

    /** Writes them in a transaction; others are published while it is open. */
    void commit(List<LawRecord> records, List<LawRecord> meanwhile) throws ExecutionException, InterruptedException {
        transactions.beginTransaction();
        send(transactions, records);
        publish(meanwhile);
        transactions.commitTransaction();
    }

    /** Writes them in a transaction that is taken back: for a reader they are not there. */
    void abort(List<LawRecord> records) throws ExecutionException, InterruptedException {
        transactions.beginTransaction();
        send(transactions, records);
        transactions.abortTransaction();
    }

    private void send(Producer<byte[], byte[]> through, List<LawRecord> records)
            throws ExecutionException, InterruptedException {
        deliver(
                through,
                records.stream()
                        .map(record -> record.in(name, LogTopic.PARTITIONS))
                        .toList());
    }

    private static void deliver(Producer<byte[], byte[]> through, List<ProducerRecord<byte[], byte[]>> records)
            throws ExecutionException, InterruptedException {
        List<? extends Future<?>> sent = records.stream().map(through::send).toList();
        through.flush();
        for (Future<?> record : sent) {
            record.get();
        }
    }

    /** Everything that was committed, in the order of each partition. */
    List<LoggedRecord> read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, LogTopic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(name, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<LoggedRecord> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> records.add(known(record)));
            }
            return records;
        }
    }

    private LoggedRecord known(ConsumerRecord<byte[], byte[]> record) {
        byte[] number = record.headers().lastHeader(LawRecord.NUMBER).value();
        return new LoggedRecord(record, history.get(Integer.parseInt(new String(number, StandardCharsets.US_ASCII))));
    }

    /** Makes the log anew under another id, with those records in the same order of each partition. */
    void restore(List<LoggedRecord> records) throws ExecutionException, InterruptedException {
        close(producer, transactions);
        topic.make();
        open();
        deliver(
                producer,
                records.stream()
                        .map(LoggedRecord::raw)
                        .map(record -> new ProducerRecord<>(
                                name,
                                record.partition(),
                                record.timestamp(),
                                record.key(),
                                record.value(),
                                record.headers()))
                        .toList());
    }

    private static void close(Producer<?, ?>... producers) {
        for (Producer<?, ?> producer : producers) {
            producer.close();
        }
    }

    @Override
    public void close() {
        close(producer, transactions);
        topic.close();
    }
}
