package io.huizong.system.instances;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.local.Stage;

/** Writes into the topic {@code reports} what the intake would write. */
public final class ReportsLog implements AutoCloseable {

    private static final int PARTITIONS = 12;

    private final ReportEventCodec codec = new ReportEventCodec();
    private final String topic;
    private final Producer<String, byte[]> producer;
    private final Admin admin;

    /** The log of that stage. */
    public ReportsLog(Stage stage) {
        String servers = stage.servers().kafka();
        this.topic = stage.topic();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    /** Returns when the broker has all of them. */
    public void publish(List<ReportEvent> events) throws ExecutionException, InterruptedException {
        List<? extends Future<?>> sent =
                events.stream().map(event -> producer.send(record(event))).toList();
        for (Future<?> record : sent) {
            record.get();
        }
    }

    private ProducerRecord<String, byte[]> record(ReportEvent event) {
        EncodedEvent encoded = codec.encode(event);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, encoded.key(), encoded.data());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** The offset after the last record of each partition that has any. */
    public Map<Integer, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(toMap(partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> {
            if (end.offset() > 0) {
                ends.put(partition.partition(), end.offset());
            }
        });
        return ends;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
