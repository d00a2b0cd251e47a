package io.huizong.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;

/** Records that wait in a topic to be applied. */
public final class Backlog implements AutoCloseable {

    private final ReportEventCodec codec = new ReportEventCodec();
    private final String topic;
    private final Producer<String, byte[]> producer;
    private long published;

    /** A backlog in that topic, nothing of it there yet. */
    public Backlog(String kafka, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns when the broker has all of them. */
    public void publish(List<ReportEvent> events) throws ExecutionException, InterruptedException {
        List<? extends Future<?>> sent = events.stream().map(this::send).toList();
        for (Future<?> record : sent) {
            record.get();
        }
        published += events.size();
    }

    private Future<?> send(ReportEvent event) {
        EncodedEvent encoded = codec.encode(event);
        ProducerRecord<String, byte[]> published = new ProducerRecord<>(topic, encoded.key(), encoded.data());
        encoded.headers().forEach((header, text) -> published.headers().add(header, text.getBytes(UTF_8)));
        return producer.send(published);
    }

    /** How many records were ever published. */
    public long published() {
        return published;
    }

    @Override
    public void close() {
        producer.close();
    }
}
