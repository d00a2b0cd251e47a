package io.huizong.aggregation.offset;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.commons.topic.TopicConfiguration;

/** The id that Kafka gave the topic of changes when it was made. One of the same name that was made later has another. */
@ApplicationScoped
public class ChangesTopicId {

    private static final int TIMEOUT_SECONDS = 5;

    private final BrokerAdmin brokers;
    private final TopicConfiguration topics;

    ChangesTopicId(BrokerAdmin brokers, TopicConfiguration topics) {
        this.brokers = brokers;
        this.topics = topics;
    }

    /**
     * The id as the brokers tell it now.
     *
     * @throws IllegalStateException if they do not
     */
    public String ask() {
        try {
            return brokers.get()
                    .describeTopics(List.of(topics.rollupChanges()))
                    .allTopicNames()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .get(topics.rollupChanges())
                    .topicId()
                    .toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the brokers were asked for the topic of changes", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the brokers do not tell the id of the topic " + topics.rollupChanges(), e);
        }
    }
}
