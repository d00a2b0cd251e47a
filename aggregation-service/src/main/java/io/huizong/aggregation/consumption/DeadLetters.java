package io.huizong.aggregation.consumption;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.huizong.aggregation.batch.LogEntry;

/**
 * Sends records that cannot be applied to a topic of their own: as they were, with the reason and the place they came from
 * in the headers {@code huizong-reason}, {@code huizong-topic}, {@code huizong-partition} and {@code huizong-offset}.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> emitter;
    private final Counter counter;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter, MeterRegistry meters) {
        this.emitter = emitter;
        this.counter = Counter.builder("huizong.dead.letters")
                .description("Records that could not be applied and were sent to the topic of dead letters")
                .register(meters);
    }

    /** Sends those that cannot be applied; returns when the brokers have all of them. */
    void send(List<LogEntry> entries) {
        Multi.createFrom()
                .iterable(entries)
                .select()
                .where(LogEntry.Inapplicable.class::isInstance)
                .map(LogEntry.Inapplicable.class::cast)
                .onItem()
                .transformToUniAndConcatenate(entry -> {
                    ConsumerRecord<String, byte[]> dead = entry.record();
                    log(entry);
                    return emitter.sendMessage(Message.of(dead.value())
                                    .addMetadata(OutgoingKafkaRecordMetadata.builder()
                                            .withKey(dead.key())
                                            .withHeaders(headers(entry))
                                            .build()))
                            .invoke(() -> counter.increment());
                })
                .collect()
                .last()
                .await()
                .indefinitely();
    }

    private static void log(LogEntry.Inapplicable entry) {
        Runnable logging = () -> LOG.warnf(
                "Record %d of partition %d cannot be applied: %s", entry.offset(), entry.partition(), entry.reason());
        if (entry.submissionId() == null) {
            logging.run();
        } else {
            LogFields.during(entry.submissionId(), logging);
        }
    }

    private static Headers headers(LogEntry.Inapplicable entry) {
        Headers headers = new RecordHeaders(entry.record().headers().toArray());
        add(headers, "huizong-reason", entry.reason());
        add(headers, "huizong-topic", entry.record().topic());
        add(headers, "huizong-partition", Integer.toString(entry.record().partition()));
        add(headers, "huizong-offset", Long.toString(entry.record().offset()));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
