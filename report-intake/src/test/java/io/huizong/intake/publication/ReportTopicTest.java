package io.huizong.intake.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.commons.metrics.OwnedGauges;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.local.LocalServers;
import io.huizong.local.ReportsTopic;

/** The log is open while its topic is there as it must be, and no event is left in doubt after one was. */
class ReportTopicTest {

    private static final String KAFKA = LocalServers.shared().kafka();

    private final String name = "reports-" + UUID.randomUUID();
    private ReportTopic topic;

    private void start(int partitions) throws InterruptedException {
        SmallRyeConfig config = Settings.of(Map.of(
                "huizong.topics.reports", name,
                "huizong.topics.partitions", Integer.toString(partitions),
                "huizong.topics.replication", "1",
                "huizong.topics.min-insync-replicas", "1",
                "huizong.publication.topic-check-interval", "1s"));
        topic = new ReportTopic(
                Map.of("bootstrap.servers", KAFKA),
                config.getConfigMapping(TopicConfiguration.class),
                config.getConfigMapping(PublicationSettings.class),
                new OwnedGauges(new SimpleMeterRegistry()));
        topic.start(null);
    }

    @AfterEach
    void stop() {
        topic.stop();
    }

    @Test
    void an_intake_does_not_start_on_a_topic_that_is_set_up_otherwise() {
        ReportsTopic.make(KAFKA, name);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> start(ReportsTopic.PARTITIONS + 1))
                .withMessage("The topic has wrong settings: topic %s has 12 partitions, expected 13", name);
        assertThat(topic.isReady()).isFalse();
    }

    @Test
    void a_doubt_shuts_the_log_until_the_topic_was_seen_again() throws InterruptedException {
        ReportsTopic.make(KAFKA, name);
        start(ReportsTopic.PARTITIONS);
        await().until(topic::isReady);

        topic.doubt("no acknowledgement");

        assertThat(topic.state()).isEqualTo(TopicAdmin.TopicState.unavailable("no acknowledgement"));
        await().until(topic::isReady);
    }

    @Test
    void a_topic_that_is_made_later_opens_the_log() throws InterruptedException {
        start(ReportsTopic.PARTITIONS);
        assertThat(topic.isReady()).isFalse();

        ReportsTopic.make(KAFKA, name);

        await().until(topic::isReady);
    }
}
