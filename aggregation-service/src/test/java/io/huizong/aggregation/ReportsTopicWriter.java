package io.huizong.aggregation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/** Writes into the topic {@code reports} what the intake would write, and what it would not. */
@ApplicationScoped
public class ReportsTopicWriter {

    private static final Instant TIME = Instant.parse("2022-01-21T08:00:00Z");

    private final ReportEventCodec codec = new ReportEventCodec();
    private final TopicConfiguration topics;
    private final String servers;
    private final Producer<String, byte[]> producer;

    ReportsTopicWriter(TopicConfiguration topics, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.topics = topics;
        this.servers = servers;
        // One request at a time: where a topic was made just now, a broker may take a second one before it takes the
        // first.
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A submission of that report. */
    public static ReportSubmitted submitted(Report report) {
        return submitted(report, null);
    }

    /** A submission of that report that expects that revision to be the newest. */
    public static ReportSubmitted submitted(Report report, Integer expectedRevision) {
        return new ReportSubmitted(UUID.randomUUID(), TIME, report, Origin.of("test"), expectedRevision, List.of());
    }

    /** A withdrawal. */
    public static ReportWithdrawn withdrawn(String jurisdiction, String period) {
        return new ReportWithdrawn(
                UUID.randomUUID(), TIME, jurisdiction, Period.parse(period), Origin.of("test"), null);
    }

    /** Returns when the broker has the event. */
    public void publish(ReportEvent event) {
        EncodedEvent encoded = codec.encode(event);
        send(record(encoded.key(), encoded.headers(), encoded.data()));
    }

    /** Returns when the broker has the event in that partition, whatever its key. */
    public void publish(int partition, ReportEvent event) {
        EncodedEvent encoded = codec.encode(event);
        send(record(partition, encoded.key(), encoded.headers(), encoded.data()));
    }

    /** Returns when the broker has all of them. */
    public void publish(List<? extends ReportEvent> events) {
        events.forEach(event -> {
            EncodedEvent encoded = codec.encode(event);
            producer.send(record(encoded.key(), encoded.headers(), encoded.data()));
        });
        producer.flush();
    }

    /** Returns when the broker has a record of those parts. */
    public void publish(String key, Map<String, String> headers, byte[] value) {
        send(record(key, headers, value));
    }

    /** Returns when the broker has a record without headers that says it is of that time, in milliseconds since 1970. */
    public void publish(String key, long timestamp, byte[] value) {
        send(new ProducerRecord<>(topics.reports(), null, timestamp, key, value));
    }

    /** Returns when the broker has the event with that value, which it takes compressed only. */
    public void publishCompressed(ReportEvent event, byte[] value) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "compression.type",
                "gzip",
                "max.request.size",
                1 << 26,
                "buffer.memory",
                1L << 27);
        EncodedEvent encoded = codec.encode(event);
        try (var compressing = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            compressing.send(record(encoded.key(), encoded.headers(), value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProducerRecord<String, byte[]> record(String key, Map<String, String> headers, byte[] value) {
        return record(null, key, headers, value);
    }

    private ProducerRecord<String, byte[]> record(
            Integer partition, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topics.reports(), partition, key, value);
        headers.forEach((name, header) -> record.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
