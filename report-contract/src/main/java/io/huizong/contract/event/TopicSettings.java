package io.huizong.contract.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a Kafka topic of Huizong must be set up. Both services compare the real topic with it: a log that forgets, keys
 * that move to other partitions, and records that one broker alone has would all bend the totals silently.
 *
 * @param name the topic's name
 * @param partitions number of partitions, fixed when the topic is made
 * @param replication on how many brokers each record is at least
 * @param minInsyncReplicas how many brokers must have a record before it is acknowledged, at least
 * @param config further topic-level settings, which must be just so
 */
public record TopicSettings(
        String name, int partitions, int replication, int minInsyncReplicas, Map<String, String> config) {

    private static final String MIN_INSYNC_REPLICAS = "min.insync.replicas";
    private static final String UNCLEAN_ELECTION = "unclean.leader.election.enable";

    /** The log of all submissions: the record of the whole system, kept for ever. */
    public static TopicSettings reports(String name, int partitions, int replication, int minInsyncReplicas) {
        return new TopicSettings(
                name,
                partitions,
                replication,
                minInsyncReplicas,
                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    /** The newest state of every rollup by its key: one partition, so that all readers see one order. */
    public static TopicSettings rollupChanges(String name, int replication, int minInsyncReplicas) {
        return new TopicSettings(name, 1, replication, minInsyncReplicas, Map.of("cleanup.policy", "compact"));
    }

    /** The topic-level settings with which the topic is made. */
    public Map<String, String> creationConfig() {
        Map<String, String> creation = new HashMap<>(config);
        creation.put(MIN_INSYNC_REPLICAS, Integer.toString(minInsyncReplicas));
        creation.put(UNCLEAN_ELECTION, "false");
        return Map.copyOf(creation);
    }

    /**
     * Sentences on how a topic differs from these settings; empty if it does not.
     *
     * @param leastReplicas the replicas of the partition that has the fewest
     * @param actualConfig what the brokers say; a value may be missing or null, which is a difference
     */
    public List<String> differences(int actualPartitions, int leastReplicas, Map<String, String> actualConfig) {
        List<String> differences = new ArrayList<>();
        if (actualPartitions != partitions) {
            differences.add("topic %s has %d partitions, expected %d".formatted(name, actualPartitions, partitions));
        }
        if (leastReplicas < replication) {
            differences.add("topic %s has a partition with %d replicas, expected at least %d"
                    .formatted(name, leastReplicas, replication));
        }
        String acknowledging = actualConfig.get(MIN_INSYNC_REPLICAS);
        if (number(acknowledging).orElse(0) < minInsyncReplicas) {
            differences.add("topic %s has %s=%s, expected at least %d"
                    .formatted(name, MIN_INSYNC_REPLICAS, acknowledging, minInsyncReplicas));
        }
        Map<String, String> exact = new HashMap<>(config);
        exact.put(UNCLEAN_ELECTION, "false");
        exact.forEach((key, expected) -> {
            String actual = actualConfig.get(key);
            if (!expected.equals(actual)) {
                differences.add("topic %s has %s=%s, expected %s".formatted(name, key, actual, expected));
            }
        });
        return differences;
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
