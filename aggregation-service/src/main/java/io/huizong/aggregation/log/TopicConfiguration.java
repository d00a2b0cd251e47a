package io.huizong.aggregation.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The Kafka topics. */
@ConfigMapping(prefix = "huizong.topics")
public interface TopicConfiguration {

    /** The log of all submissions. */
    @WithDefault("reports")
    String reports();

    /** Where every rollup is published when it has changed. */
    @WithDefault("rollup-changes")
    String rollupChanges();

    /** Number of partitions of the log; fixed when it is made. */
    @WithDefault("12")
    int partitions();

    /** On how many brokers each record is kept, at least. */
    @WithDefault("3")
    short replication();

    /** How many of those must have a record before it is acknowledged, at least. */
    @WithDefault("2")
    int minInsyncReplicas();
}
