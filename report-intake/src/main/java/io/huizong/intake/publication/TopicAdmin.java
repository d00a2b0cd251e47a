package io.huizong.intake.publication;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.commons.topic.TopicSettings;

/**
 * Compares the topic with its settings. Never makes it: the aggregation service does, which knows whether the topic existed
 * before. Not thread-safe.
 */
final class TopicAdmin implements AutoCloseable {

    private final Map<String, Object> client;
    private final TopicSettings expected;
    private final ConfigResource resource;
    private Admin admin;

    /** @param kafka the settings of the Kafka clients; those that an admin client does not know are left out */
    TopicAdmin(Map<String, Object> kafka, TopicConfiguration topics, Duration timeout) {
        this.client = new HashMap<>(kafka);
        client.keySet().retainAll(AdminClientConfig.configNames());
        String millis = Long.toString(timeout.toMillis());
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        this.expected = TopicSettings.reports(topics);
        this.resource = new ConfigResource(ConfigResource.Type.TOPIC, expected.name());
    }

    TopicState check() throws InterruptedException {
        if (admin == null) {
            admin = Admin.create(client);
        }
        // Both at once, so that a check takes no longer than one of them may.
        KafkaFuture<TopicDescription> described =
                admin.describeTopics(List.of(expected.name())).topicNameValues().get(expected.name());
        KafkaFuture<Config> configured =
                admin.describeConfigs(List.of(resource)).values().get(resource);
        try {
            List<String> differences = expected.differences(described.get(), configured.get());
            return differences.isEmpty()
                    ? able(described.get().partitions(), TopicSettings.minInsyncReplicas(configured.get()))
                    : new TopicState(TopicState.Kind.DIFFERENT, String.join("; ", differences));
        } catch (ExecutionException e) {
            return TopicState.unavailable(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "there is no topic %s; the aggregation service makes it where there was none before"
                                    .formatted(expected.name())
                            : e.getCause().toString());
        }
    }

    /** Whether each partition has the replicas without which the brokers acknowledge nothing. */
    private TopicState able(List<TopicPartitionInfo> partitions, int minInsyncReplicas) {
        return partitions.stream()
                .filter(partition ->
                        partition.leader() == null || partition.isr().size() < minInsyncReplicas)
                .findFirst()
                .map(partition -> TopicState.unavailable("partition %d of topic %s has %d replicas in sync, needs %d"
                        .formatted(
                                partition.partition(),
                                expected.name(),
                                partition.isr().size(),
                                minInsyncReplicas)))
                .orElse(TopicState.READY);
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /**
     * Result of a check of the topic.
     *
     * @param reason why nothing can be published; null if it can
     */
    record TopicState(Kind kind, String reason) {

        static final TopicState READY = new TopicState(Kind.READY, null);

        static TopicState unavailable(String reason) {
            return new TopicState(Kind.UNAVAILABLE, reason);
        }

        enum Kind {
            /** It exists with the right settings, and its brokers can acknowledge records. */
            READY,
            /** It exists with other settings. */
            DIFFERENT,
            /** It cannot take records now, or the brokers did not answer. */
            UNAVAILABLE
        }
    }
}
