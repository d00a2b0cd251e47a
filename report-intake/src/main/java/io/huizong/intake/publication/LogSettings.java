package io.huizong.intake.publication;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The log, which the aggregation service makes and the intake only checks. The brokers should have
 * {@code auto.create.topics.enable=false}: where a client's question is enough to make a topic, the producer's own makes a log
 * that was lost anew, empty and set up otherwise, and no setting of the producer keeps it from asking.
 */
@ConfigMapping(prefix = "huizong.topics")
interface LogSettings {

    /** Name of the topic that is the log. */
    String reports();

    /** How many partitions the log must have. */
    @WithDefault("12")
    int partitions();

    /** On how many brokers each record must be, at least. */
    @WithDefault("3")
    short replication();

    /** How many brokers must have a record before it is acknowledged, at least. */
    @WithDefault("2")
    int minInsyncReplicas();

    /** How long a sender waits for the acknowledgement at most; above the producer's delivery.timeout.ms. */
    @WithDefault("10s")
    Duration answerWithin();

    /** How often the topic is looked at, also when nobody submits: how soon its loss is noticed. */
    @WithDefault("3s")
    Duration look();

    /** How long one look at the topic may take. */
    @WithDefault("5s")
    Duration checkWithin();
}
