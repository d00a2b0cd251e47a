package io.huizong.aggregation.offset;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import io.huizong.commons.topic.TopicConfiguration;

/** The ids that Kafka gave the topics when they were made. Another topic of the same name has another id and other records. */
@ApplicationScoped
public class TopicId {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final TopicConfiguration topics;
    private volatile String id;
    private volatile long heardOf;
    private volatile WrongPartitionsException wrong;

    TopicId(KafkaClients clients, TopicConfiguration topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /** The brokers do not have the topic. */
    static final class NoTopicException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NoTopicException(String topic, Throwable cause) {
            super("the brokers do not have the topic %s".formatted(topic), cause);
        }
    }

    /** The topic {@code reports} has another number of partitions than it must: records of a key may be in two of them. */
    static final class WrongPartitionsException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        WrongPartitionsException(String topic, int partitions, int expected) {
            super(("the topic %s has %d partitions, expected %d;"
                            + " see 'A topic is not as it must be' in docs/operations.md")
                    .formatted(topic, partitions, expected));
        }
    }

    /**
     * The last known id of the topic {@code reports}.
     *
     * @throws IllegalStateException if none is known and the brokers do not answer
     */
    public String get() {
        String known = id;
        return known == null ? ask() : known;
    }

    /**
     * The id of the topic {@code reports}, asked for now.
     *
     * @throws IllegalStateException if the brokers do not answer or have no usable topic
     */
    public String ask() {
        TopicDescription topic = describe(topics.reports());
        if (topic.partitions().size() != topics.partitions()) {
            var failure = new WrongPartitionsException(
                    topic.name(), topic.partitions().size(), topics.partitions());
            wrong = failure;
            throw failure;
        }
        String asked = topic.topicId().toString();
        id = asked;
        wrong = null;
        return asked;
    }

    /**
     * The id of the topic {@code rollup-changes}, asked for now.
     *
     * @throws IllegalStateException if the brokers do not answer or do not have the topic
     */
    public String askForChanges() {
        return describe(topics.rollupChanges()).topicId().toString();
    }

    /**
     * The id of the topic {@code reports} that a consumer read.
     *
     * @param heard how often consumers had heard of topics by then; if it is more often than at the last call, the brokers are
     *     asked
     * @throws IllegalStateException if they do not answer, or the topic had another number of partitions when asked last
     */
    public String asOf(long heard) {
        if (heard > heardOf) {
            ask();
            heardOf = Math.max(heard, heardOf);
        }
        WrongPartitionsException known = wrong;
        if (known != null) {
            throw known;
        }
        return get();
    }

    private TopicDescription describe(String topic) {
        try {
            return clients.admin()
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .get(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the brokers were asked for the id of the topic", e);
        } catch (ExecutionException | TimeoutException e) {
            throw e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new NoTopicException(topic, e)
                    : new IllegalStateException("the brokers do not answer with the id of the topic", e);
        }
    }
}
