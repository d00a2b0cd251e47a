package io.huizong.aggregation.offset;

import static io.huizong.aggregation.Eventually.eventually;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.local.LocalServers;

/** Topics that never were are made, those that are there are compared, and a log that is gone is not made anew. */
class TopicSetupTest {

    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", LocalServers.shared().kafka());
    private final String reports = "reports-" + UUID.randomUUID();
    private final String changes = "rollup-changes-" + UUID.randomUUID();
    private final Admin brokers = Admin.create(kafka);
    private final KafkaClients shared = new KafkaClients(kafka, configuration(1, 1), 1);

    @AfterEach
    void remove() throws Exception {
        Set<String> there = brokers.listTopics().names().get();
        brokers.deleteTopics(List.of(reports, changes).stream()
                        .filter(there::contains)
                        .toList())
                .all()
                .get();
        brokers.close();
        shared.close();
    }

    @Test
    void topics_that_never_were_are_made_as_they_must_be() throws Exception {
        assertThat(differences(topics(1), false)).isEmpty();

        assertThat(config(reports))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("min.insync.replicas", "1")
                .containsEntry("unclean.leader.election.enable", "false");
        assertThat(config(changes)).containsEntry("cleanup.policy", "compact");
        assertThat(differences(topics(1), true)).as("a second look").isEmpty();
        assertThat(topicId().ask()).isNotBlank();
    }

    @Test
    void a_log_that_is_gone_is_told_and_not_made_anew() throws Exception {
        assertThatThrownBy(() -> topics(1).differences(true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the topic %s is gone".formatted(reports));

        assertThat(brokers.listTopics().names().get()).doesNotContain(reports);
        assertThatThrownBy(() -> topicId().ask())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the brokers do not have the topic %s".formatted(reports));
    }

    @Test
    void a_topic_that_was_there_before_is_refused_for_each_setting_that_loses_records() throws Exception {
        make(Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "604800000",
                "retention.bytes", "-1",
                "min.insync.replicas", "1",
                "unclean.leader.election.enable", "true"));

        assertThat(differences(topics(2), false))
                .filteredOn(difference -> difference.contains(reports))
                .containsExactlyInAnyOrder(
                        "topic %s has retention.ms=604800000, expected -1".formatted(reports),
                        "topic %s has min.insync.replicas=1, expected at least 2".formatted(reports),
                        "topic %s has unclean.leader.election.enable=true, expected false".formatted(reports));
    }

    @Test
    void a_topic_with_fewer_replicas_or_other_partitions_is_refused() throws Exception {
        brokers.createTopics(List.of(new NewTopic(reports, 5, (short) 1), new NewTopic(changes, 1, (short) 1)))
                .all()
                .get();

        assertThat(differences(new TopicSetup(shared, configuration(3, 1)), false))
                .contains(
                        "topic %s has 5 partitions, expected 4".formatted(reports),
                        "topic %s has a partition with 1 replicas, expected at least 3".formatted(reports),
                        "topic %s has a partition with 1 replicas, expected at least 3".formatted(changes));
    }

    /** A broker may not know yet of a topic that was just made. */
    private static List<String> differences(TopicSetup setup, boolean isTopicKnown) {
        return eventually()
                .ignoreExceptionsMatching(e -> e.getCause() instanceof UnknownTopicOrPartitionException)
                .until(() -> setup.differences(isTopicKnown), found -> true);
    }

    private void make(Map<String, String> config) throws Exception {
        brokers.createTopics(List.of(new NewTopic(reports, 4, (short) 1).configs(config)))
                .all()
                .get();
    }

    private TopicSetup topics(int minInsyncReplicas) {
        return new TopicSetup(shared, configuration(1, minInsyncReplicas));
    }

    private TopicId topicId() {
        return new TopicId(shared, configuration(1, 1));
    }

    private TopicConfiguration configuration(int replication, int minInsyncReplicas) {
        return new TopicConfiguration() {

            @Override
            public String reports() {
                return reports;
            }

            @Override
            public String rollupChanges() {
                return changes;
            }

            @Override
            public int partitions() {
                return 4;
            }

            @Override
            public short replication() {
                return (short) replication;
            }

            @Override
            public int minInsyncReplicas() {
                return minInsyncReplicas;
            }
        };
    }

    private Map<String, String> config(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return brokers.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
