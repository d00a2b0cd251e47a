package io.huizong.intake.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import io.huizong.contract.event.TopicSettings;

/**
 * Makes the topic where it is missing and compares it where it is there. A topic that was there and is gone is not made
 * anew: an empty one would take its name, and nothing would show that all it held is missing.
 */
final class TopicAdmin {

    private final Map<String, Object> client;
    private final LogSettings settings;
    private final TopicSettings expected;
    private volatile boolean wasThere;

    /** @param kafka the settings of the Kafka clients; those that an admin client does not know are left out */
    TopicAdmin(Map<String, Object> kafka, LogSettings settings) {
        this.client = new HashMap<>(kafka);
        client.keySet().retainAll(AdminClientConfig.configNames());
        String patience = Long.toString(settings.checkWithin().toMillis());
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        this.settings = settings;
        this.expected = TopicSettings.reports(settings.reports(), settings.partitions());
    }

    TopicState look() throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            return look(admin);
        } catch (ExecutionException e) {
            return new TopicState.Unknown(e.getCause().toString());
        }
    }

    private TopicState look(Admin admin) throws InterruptedException, ExecutionException {
        try {
            TopicState found = compare(admin);
            wasThere = true;
            return found;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
        return wasThere
                ? new TopicState.Unknown(
                        "the topic %s was there and is gone; restore it, or start anew to make an empty one"
                                .formatted(expected.name()))
                : make(admin);
    }

    private TopicState compare(Admin admin) throws InterruptedException, ExecutionException {
        List<TopicPartitionInfo> partitions = admin.describeTopics(List.of(expected.name()))
                .topicNameValues()
                .get(expected.name())
                .get()
                .partitions();
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, expected.name());
        Map<String, String> config = admin.describeConfigs(List.of(topic)).values().get(topic).get().entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        List<String> differences = expected.differences(partitions.size(), config);
        return differences.isEmpty()
                ? able(partitions, Integer.parseInt(config.get("min.insync.replicas")))
                : new TopicState.Different(differences);
    }

    /** Whether each partition has the replicas without which the brokers acknowledge nothing. */
    private TopicState able(List<TopicPartitionInfo> partitions, int minInsyncReplicas) {
        return partitions.stream()
                .filter(partition ->
                        partition.leader() == null || partition.isr().size() < minInsyncReplicas)
                .findFirst()
                .<TopicState>map(
                        partition -> new TopicState.Unknown("partition %d of topic %s has %d replicas in sync, needs %d"
                                .formatted(
                                        partition.partition(),
                                        expected.name(),
                                        partition.isr().size(),
                                        minInsyncReplicas)))
                .orElseGet(TopicState.Ready::new);
    }

    private TopicState make(Admin admin) throws InterruptedException, ExecutionException {
        Map<String, String> config = new HashMap<>(expected.config());
        config.put("min.insync.replicas", Integer.toString(settings.minInsyncReplicas()));
        config.put("unclean.leader.election.enable", "false");
        NewTopic topic = new NewTopic(expected.name(), expected.partitions(), settings.replication()).configs(config);
        try {
            admin.createTopics(List.of(topic)).all().get();
            wasThere = true;
            return new TopicState.Ready();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return new TopicState.Unknown("somebody else is making the topic " + expected.name());
            }
            throw e;
        }
    }
}
