package io.huizong.aggregation.log;

import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens readers of the log. */
@ApplicationScoped
public class LogReaders {

    private final Map<String, Object> kafka;
    private final TopicConfiguration topics;
    private final int batchSize;

    LogReaders(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicConfiguration topics,
            @ConfigProperty(name = "mp.messaging.incoming.reports.max.poll.records") int batchSize) {
        this.kafka = kafka;
        this.topics = topics;
        this.batchSize = batchSize;
    }

    /** A reader of its own, to be closed by who asked for it. */
    public LogReader open() {
        return new LogReader(kafka, topics.reports(), batchSize);
    }

    /** A reader of the topic of changes, likewise. */
    public LogReader openChanges() {
        return new LogReader(kafka, topics.rollupChanges(), batchSize);
    }
}
