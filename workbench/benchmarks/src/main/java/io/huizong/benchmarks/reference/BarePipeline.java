package io.huizong.benchmarks.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.huizong.benchmarks.load.HttpLoad;
import io.huizong.benchmarks.measure.Latencies;
import io.huizong.local.ReportsTopic;
import io.huizong.local.Stage;

/** Produce, consume, commit one row: no HTTP, no rules, no totals. */
public final class BarePipeline implements AutoCloseable {

    private final String topic = "bare-" + UUID.randomUUID();
    private final Connection connection;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    /** A pipeline on the stage's servers. */
    public BarePipeline(Stage stage) throws Exception {
        ReportsTopic.make(stage.servers().kafka(), topic);
        connection = ReferenceConnection.open(stage);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bare (id bigint primary key, record mediumblob)");
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stage.servers().kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = ReferenceConsumer.of(stage.servers().kafka(), topic);
    }

    /** Sends so many records at that pace: the time from the intended sending to the commit of each one's row. */
    public Latencies run(int perSecond, int count, byte[] record) throws Exception {
        Latencies latencies = new Latencies();
        Thread sending = new Thread(() -> HttpLoad.steadily(
                perSecond,
                count,
                (intended, number) ->
                        producer.send(new ProducerRecord<>(topic, null, Long.toString(intended), record))));
        sending.start();
        while (latencies.count() < count) {
            commit(consumer.poll(Duration.ofMillis(100)), latencies);
        }
        sending.join();
        return latencies;
    }

    private void commit(ConsumerRecords<String, byte[]> records, Latencies latencies) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into bare values (?, ?)")) {
            for (ConsumerRecord<String, byte[]> one : records) {
                insert.setLong(1, Long.parseLong(one.key()));
                insert.setBytes(2, one.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        records.forEach(one -> latencies.doneNow(Long.parseLong(one.key())));
        consumer.commitAsync();
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        consumer.close();
        connection.close();
    }
}
