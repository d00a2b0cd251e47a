package io.huizong.commons.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The Kafka topics, as both services must have them configured. */
@ConfigMapping(prefix = "huizong.topics")
public interface TopicConfiguration {

    /** Name of the topic of all submissions. */
    String reports();

    /** Name of the topic where every changed rollup is published; report-intake does not use it. */
    @WithDefault("rollup-changes")
    String rollupChanges();

    /** Number of partitions of the topic of all submissions; fixed when it is made. */
    int partitions();

    /** On how many brokers each record is kept, at least. */
    short replication();

    /** How many of those must have a record before it is acknowledged, at least. */
    int minInsyncReplicas();
}
