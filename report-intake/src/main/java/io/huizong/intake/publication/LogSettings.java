package io.huizong.intake.publication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is set up. The topic's partitions, replication and least in-sync replicas count when it is made. */
@ConfigMapping(prefix = "huizong.topics")
interface LogSettings {

    /** Name of the topic that is the log. */
    String reports();

    /** Partitions of the log, fixed for its life. */
    @WithDefault("12")
    int partitions();

    /** On how many brokers each record is. */
    @WithDefault("3")
    short replication();

    /** How many brokers must have a record before it is acknowledged. */
    @WithDefault("2")
    int minInsyncReplicas();

    /** How long a sender waits for the acknowledgement at most; above the producer's delivery.timeout.ms. */
    @WithDefault("10s")
    Duration answerWithin();

    /** How long one look at the topic may take while the service waits for its brokers. */
    @WithDefault("5s")
    Duration checkWithin();
}
