package io.huizong.aggregation.offset;

import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.commons.topic.TopicConfiguration;

/** Opens readers of a topic. */
@ApplicationScoped
public class TopicReaders {

    private final Map<String, Object> kafka;
    private final TopicConfiguration topics;
    private final int batchSize;

    TopicReaders(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicConfiguration topics,
            @ConfigProperty(name = "mp.messaging.incoming.reports.max.poll.records") int batchSize) {
        this.kafka = kafka;
        this.topics = topics;
        this.batchSize = batchSize;
    }

    /** A reader of its own, to be closed by who asked for it. */
    public TopicReader open() {
        return new TopicReader(kafka, topics.reports(), batchSize);
    }

    /** A reader of the topic of changes, likewise. */
    public TopicReader openChanges() {
        return new TopicReader(kafka, topics.rollupChanges(), batchSize);
    }
}
