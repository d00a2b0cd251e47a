package io.huizong.local.service;

import java.util.Map;

/**
 * On how many brokers the records of a topic are.
 *
 * @param replicas in all
 * @param minInSync so many have a record before it is acknowledged
 */
public record TopicCopies(int replicas, int minInSync) {

    /** All that a single broker can give. */
    public static final TopicCopies ONE = new TopicCopies(1, 1);

    /** On three brokers, of which any may be lost. */
    public static final TopicCopies THREE = new TopicCopies(3, 2);

    Map<String, String> settings() {
        return Map.of(
                "HUIZONG_TOPICS_REPLICATION", Integer.toString(replicas),
                "HUIZONG_TOPICS_MIN_INSYNC_REPLICAS", Integer.toString(minInSync));
    }
}
