package io.huizong.intake.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalServers;

/** The log is made as it must be, and found out if it is otherwise. */
class TopicAdminTest {

    private static final String KAFKA = LocalServers.shared().kafka();

    private final String topic = "reports-" + UUID.randomUUID();

    private record Settings(String reports, int partitions, Duration checkWithin) implements LogSettings {

        @Override
        public short replication() {
            return 1;
        }

        @Override
        public int minInsyncReplicas() {
            return 1;
        }

        @Override
        public Duration answerWithin() {
            return Duration.ofSeconds(10);
        }
    }

    private TopicState lookFor(int partitions, String kafka) throws InterruptedException {
        return admin(partitions, kafka, Duration.ofSeconds(5)).look();
    }

    private TopicAdmin admin(int partitions, String kafka, Duration checkWithin) {
        // Other clients' settings lie in the same map.
        Map<String, Object> client = Map.of("bootstrap.servers", kafka, "group.id", "x", "topic", "y");
        return new TopicAdmin(client, new Settings(topic, partitions, checkWithin));
    }

    /** What is found when the brokers have told each other of a topic that was made a moment ago. */
    private TopicState settledFor(int partitions) {
        return await().until(() -> lookFor(partitions, KAFKA), state -> !(state instanceof TopicState.Unknown));
    }

    @Test
    void a_log_that_is_missing_is_made_to_be_kept_for_ever() throws Exception {
        assertThat(lookFor(12, KAFKA)).isInstanceOf(TopicState.Ready.class);
        assertThat(settledFor(12)).isInstanceOf(TopicState.Ready.class);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("min.insync.replicas").value()).isEqualTo("1");
            assertThat(config.get("unclean.leader.election.enable").value()).isEqualTo("false");
            assertThat(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions())
                    .hasSize(12);
        }
    }

    @Test
    void a_log_that_is_there_as_it_must_be_is_ready() throws InterruptedException {
        lookFor(3, KAFKA);

        assertThat(settledFor(3)).isInstanceOf(TopicState.Ready.class);
    }

    @Test
    void a_log_that_was_there_and_is_gone_is_not_made_anew() throws Exception {
        TopicAdmin admin = admin(3, KAFKA, Duration.ofSeconds(5));
        admin.look();
        await().until(admin::look, TopicState.Ready.class::isInstance);

        try (Admin operator = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            operator.deleteTopics(List.of(topic)).all().get();
            await().until(() -> !operator.listTopics().names().get().contains(topic));

            assertThat(admin.look())
                    .isInstanceOfSatisfying(TopicState.Unknown.class, state -> assertThat(state.reason())
                            .contains(topic, "gone"));
            assertThat(operator.listTopics().names().get()).doesNotContain(topic);
        }
    }

    @Test
    void a_log_that_forgets_or_has_other_partitions_is_told_by_sentences() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1).configs(Map.of("retention.ms", "60000"))))
                    .all()
                    .get();
        }

        TopicState state = settledFor(12);

        assertThat(((TopicState.Different) state).differences())
                .anySatisfy(sentence -> assertThat(sentence).contains("3 partitions, expected 12"))
                .anySatisfy(sentence -> assertThat(sentence).contains("retention.ms=60000, expected -1"));
    }

    @Test
    void brokers_that_do_not_answer_leave_it_unknown() throws InterruptedException {
        assertThat(admin(12, "127.0.0.1:1", Duration.ofSeconds(1)).look()).isInstanceOf(TopicState.Unknown.class);
    }
}
