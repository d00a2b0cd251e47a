package io.huizong.intake.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.commons.topic.TopicSettings;
import io.huizong.intake.publication.TopicAdmin.TopicState.Kind;
import io.huizong.local.LocalServers;

/** The log is never made, and found out if it is otherwise than it must be. */
class TopicAdminTest {

    private static final String KAFKA = LocalServers.shared().kafka();

    private final String topic = "reports-" + UUID.randomUUID();

    private TopicAdmin.TopicState lookFor(int partitions, int replication, int minInsyncReplicas, String kafka)
            throws InterruptedException {
        Duration within = kafka.equals(KAFKA) ? Duration.ofSeconds(5) : Duration.ofSeconds(1);
        // Other clients' settings lie in the same map.
        Map<String, Object> client = Map.of("bootstrap.servers", kafka, "group.id", "x", "topic", "y");
        try (TopicAdmin admin = new TopicAdmin(client, topics(partitions, replication, minInsyncReplicas), within)) {
            return admin.check();
        }
    }

    private TopicConfiguration topics(int partitions, int replication, int minInsyncReplicas) {
        return Settings.of(Map.of(
                        "huizong.topics.reports", topic,
                        "huizong.topics.partitions", Integer.toString(partitions),
                        "huizong.topics.replication", Integer.toString(replication),
                        "huizong.topics.min-insync-replicas", Integer.toString(minInsyncReplicas)))
                .getConfigMapping(TopicConfiguration.class);
    }

    /** What is found when the brokers have told each other of a topic that was made a moment ago. */
    private TopicAdmin.TopicState settledFor(int partitions, int replication, int minInsyncReplicas) {
        return await().until(
                        () -> lookFor(partitions, replication, minInsyncReplicas, KAFKA),
                        state -> state.kind() != Kind.UNAVAILABLE);
    }

    private void make(int partitions, Map<String, String> config) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)))
                    .all()
                    .get();
        }
    }

    private Map<String, String> creation() {
        return new HashMap<>(TopicSettings.reports(topics(3, 1, 1)).newTopic().configs());
    }

    @Test
    void a_log_that_is_missing_is_told_and_not_made() throws Exception {
        TopicAdmin.TopicState state = lookFor(12, 1, 1, KAFKA);

        assertThat(state.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(state.reason()).contains("no topic " + topic);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            assertThat(admin.listTopics().names().get()).doesNotContain(topic);
        }
    }

    @Test
    void a_log_that_is_there_as_it_must_be_is_ready() throws Exception {
        make(3, creation());

        assertThat(settledFor(3, 1, 1)).isEqualTo(TopicAdmin.TopicState.READY);
    }

    @Test
    void a_log_that_forgets_or_has_other_partitions_is_told_by_sentences() throws Exception {
        make(3, Map.of("retention.ms", "60000"));

        assertThat(differences(12, 1, 1))
                .anySatisfy(sentence -> assertThat(sentence).contains("3 partitions, expected 12"))
                .anySatisfy(sentence -> assertThat(sentence).contains("retention.ms=60000, expected -1"));
    }

    @Test
    void a_log_that_one_broker_alone_keeps_is_told_where_more_are_asked_for() throws Exception {
        make(3, creation());

        assertThat(differences(3, 3, 2))
                .containsExactlyInAnyOrder(
                        "topic %s has a partition with 1 replicas, expected at least 3".formatted(topic),
                        "topic %s has min.insync.replicas=1, expected at least 2".formatted(topic));
    }

    @ParameterizedTest
    @CsvSource({
        "unclean.leader.election.enable, true, 'unclean.leader.election.enable=true, expected false'",
        "cleanup.policy, compact, 'cleanup.policy=compact, expected delete'",
        "retention.bytes, 1000000, 'retention.bytes=1000000, expected -1'"
    })
    void a_log_that_can_lose_records_is_told(String setting, String value, String told) throws Exception {
        Map<String, String> config = creation();
        config.put(setting, value);
        make(3, config);

        assertThat(differences(3, 1, 1)).containsExactly("topic %s has %s".formatted(topic, told));
    }

    @Test
    void a_log_that_cannot_acknowledge_now_is_waited_for() throws Exception {
        Map<String, String> config = creation();
        config.put("min.insync.replicas", "2");
        make(3, config);

        await().untilAsserted(() -> {
            TopicAdmin.TopicState state = lookFor(3, 1, 1, KAFKA);
            assertThat(state.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(state.reason()).contains("1 replicas in sync, needs 2");
        });
    }

    @Test
    void brokers_that_do_not_answer_leave_it_shut() throws InterruptedException {
        assertThat(lookFor(12, 1, 1, "127.0.0.1:1").kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private List<String> differences(int partitions, int replication, int minInsyncReplicas) {
        TopicAdmin.TopicState state = settledFor(partitions, replication, minInsyncReplicas);
        assertThat(state.kind()).isEqualTo(Kind.DIFFERENT);
        return List.of(state.reason().split("; "));
    }
}
