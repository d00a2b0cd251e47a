package io.huizong.contract.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a Kafka topic of Huizong must be set up. Both services compare the real topic with it when they start: a log
 * that forgets, or keys that move to other partitions, would bend the totals silently.
 *
 * @param name the topic's name
 * @param partitions number of partitions, fixed when the topic is made
 * @param config topic-level settings that must be just so
 */
public record TopicSettings(String name, int partitions, Map<String, String> config) {

    /** The log of all submissions: the record of the whole system, kept for ever. */
    public static TopicSettings reports(String name, int partitions) {
        return new TopicSettings(
                name, partitions, Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    /** The newest state of every rollup by its key: one partition, so that all readers see one order. */
    public static TopicSettings rollupChanges(String name) {
        return new TopicSettings(name, 1, Map.of("cleanup.policy", "compact"));
    }

    /** Records that could not be applied, kept until somebody has looked at them. */
    public static TopicSettings deadLetters(String name) {
        return new TopicSettings(
                name, 1, Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    /** Sentences on how a topic differs from these settings; empty if it does not. */
    public List<String> differences(int actualPartitions, Map<String, String> actualConfig) {
        List<String> differences = new ArrayList<>();
        if (actualPartitions != partitions) {
            differences.add("topic %s has %d partitions, expected %d".formatted(name, actualPartitions, partitions));
        }
        config.forEach((key, expected) -> {
            String actual = actualConfig.get(key);
            if (!expected.equals(actual)) {
                differences.add("topic %s has %s=%s, expected %s".formatted(name, key, actual, expected));
            }
        });
        return differences;
    }
}
