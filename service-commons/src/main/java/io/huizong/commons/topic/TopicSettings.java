package io.huizong.commons.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * How a Kafka topic of Huizong must be set up. Both services compare the real topic with it. A topic that deletes records, moves keys
 * to other partitions, or keeps records on a single broker would make totals wrong without an error.
 *
 * @param name the topic's name
 * @param partitions number of partitions, fixed when the topic is made
 * @param replication on how many brokers each record is kept, at least
 * @param minInsyncReplicas how many brokers must have a record before it is acknowledged, at least
 * @param config further topic-level settings, which must have exactly these values
 */
public record TopicSettings(
        String name, int partitions, short replication, int minInsyncReplicas, Map<String, String> config) {

    private static final String MIN_INSYNC_REPLICAS = "min.insync.replicas";
    private static final String UNCLEAN_ELECTION = "unclean.leader.election.enable";

    /** The topic of all submissions: the record of the whole system, kept without end. */
    public static TopicSettings reports(TopicConfiguration topics) {
        return new TopicSettings(
                topics.reports(),
                topics.partitions(),
                topics.replication(),
                topics.minInsyncReplicas(),
                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    /** The newest state of every rollup by its key: one partition, so that all readers see one order. */
    public static TopicSettings rollupChanges(TopicConfiguration topics) {
        return new TopicSettings(
                topics.rollupChanges(),
                1,
                topics.replication(),
                topics.minInsyncReplicas(),
                Map.of("cleanup.policy", "compact"));
    }

    /** The topic as it is to be made. */
    public NewTopic newTopic() {
        Map<String, String> creation = new HashMap<>(config);
        creation.put(MIN_INSYNC_REPLICAS, Integer.toString(minInsyncReplicas));
        creation.put(UNCLEAN_ELECTION, "false");
        return new NewTopic(name, partitions, replication).configs(creation);
    }

    /** Sentences on how the topic differs from these settings; empty if it does not. A setting without a value differs. */
    public List<String> differences(TopicDescription topic, Config actual) {
        List<String> differences = new ArrayList<>();
        if (topic.partitions().size() != partitions) {
            differences.add("topic %s has %d partitions, expected %d"
                    .formatted(name, topic.partitions().size(), partitions));
        }
        int minReplicas = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (minReplicas < replication) {
            differences.add("topic %s has a partition with %d replicas, expected at least %d"
                    .formatted(name, minReplicas, replication));
        }
        if (minInsyncReplicas(actual) < minInsyncReplicas) {
            differences.add("topic %s has %s=%s, expected at least %d"
                    .formatted(name, MIN_INSYNC_REPLICAS, value(actual, MIN_INSYNC_REPLICAS), minInsyncReplicas));
        }
        Map<String, String> exact = new HashMap<>(config);
        exact.put(UNCLEAN_ELECTION, "false");
        exact.forEach((key, expected) -> {
            if (!expected.equals(value(actual, key))) {
                differences.add("topic %s has %s=%s, expected %s".formatted(name, key, value(actual, key), expected));
            }
        });
        return differences;
    }

    /** How many brokers must have a record before it is acknowledged; 0 if the brokers do not say a number. */
    public static int minInsyncReplicas(Config actual) {
        try {
            return Integer.parseInt(value(actual, MIN_INSYNC_REPLICAS));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String value(Config actual, String key) {
        ConfigEntry entry = actual.get(key);
        return entry == null ? null : entry.value();
    }
}
