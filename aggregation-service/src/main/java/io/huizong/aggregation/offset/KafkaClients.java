package io.huizong.aggregation.offset;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.commons.topic.TopicConfiguration;

/** The Kafka clients of this instance besides those of the connector. */
@ApplicationScoped
public class KafkaClients {

    private final Map<String, Object> kafka;
    private final TopicConfiguration topics;
    private final int batchSize;
    private Admin admin;

    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicConfiguration topics,
            @ConfigProperty(name = "mp.messaging.incoming.reports.max.poll.records") int batchSize) {
        this.kafka = kafka;
        this.topics = topics;
        this.batchSize = batchSize;
    }

    /** The one admin client: it is asked every second, and to connect takes longer than to ask. */
    synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(kafka));
        }
        return admin;
    }

    /** A reader of the topic {@code reports}, to be closed by the caller. */
    public TopicReader openReports() {
        return new TopicReader(kafka, topics.reports(), batchSize);
    }

    /** A reader of the topic {@code rollup-changes}, to be closed by the caller. */
    public TopicReader openChanges() {
        return new TopicReader(kafka, topics.rollupChanges(), batchSize);
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
