package io.huizong.commons.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A topic that deletes records, whose keys would move to other partitions, or whose records one broker can lose differs from
 * its settings, and a sentence says how.
 */
class TopicSettingsTest {

    private static final TopicConfiguration DEFAULTS = new Topics("reports", "changes", 12, (short) 3, 2);
    private static final TopicSettings REPORTS = TopicSettings.reports(DEFAULTS);

    private record Topics(
            String reports, String rollupChanges, int partitions, short replication, int minInsyncReplicas)
            implements TopicConfiguration {}

    @Test
    void the_log_of_reports_forgets_nothing() {
        assertThat(REPORTS.config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void rollup_changes_are_compacted_in_one_partition() {
        TopicSettings changes = TopicSettings.rollupChanges(DEFAULTS);

        assertThat(changes.config()).isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(changes.partitions()).isEqualTo(1);
    }

    @Test
    void a_topic_is_made_so_that_acknowledged_records_outlive_a_broker() {
        assertThat(REPORTS.newTopic().configs())
                .isEqualTo(Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        "-1",
                        "retention.bytes",
                        "-1",
                        "min.insync.replicas",
                        "2",
                        "unclean.leader.election.enable",
                        "false"));
    }

    @Test
    void a_topic_that_was_made_so_has_no_differences_whatever_else_is_set() {
        Map<String, String> actual = new HashMap<>(REPORTS.newTopic().configs());
        actual.put("segment.bytes", "1000000");

        assertThat(differences(12, 3, actual)).isEmpty();
    }

    @Test
    void more_replicas_than_asked_for_are_no_difference() {
        assertThat(differences(12, 5, with("min.insync.replicas", "3"))).isEmpty();
    }

    @Test
    void another_number_of_partitions_is_a_difference() {
        assertThat(differences(6, 3, REPORTS.newTopic().configs()))
                .containsExactly("topic reports has 6 partitions, expected 12");
        assertThat(differences(24, 3, REPORTS.newTopic().configs()))
                .containsExactly("topic reports has 24 partitions, expected 12");
    }

    @Test
    void fewer_replicas_are_a_difference() {
        assertThat(differences(12, 1, REPORTS.newTopic().configs()))
                .containsExactly("topic reports has a partition with 1 replicas, expected at least 3");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"1", "", "two"})
    void acknowledgements_of_fewer_brokers_are_a_difference(String actual) {
        assertThat(differences(12, 3, with("min.insync.replicas", actual)))
                .containsExactly("topic reports has min.insync.replicas=%s, expected at least 2".formatted(actual));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"true", ""})
    void a_leader_that_may_lack_acknowledged_records_is_a_difference(String actual) {
        assertThat(differences(12, 3, with("unclean.leader.election.enable", actual)))
                .containsExactly(
                        "topic reports has unclean.leader.election.enable=%s, expected false".formatted(actual));
    }

    @Test
    void every_setting_that_differs_is_named_with_both_values() {
        assertThat(differences(1, 1, Map.of("cleanup.policy", "compact,delete", "retention.ms", "604800000")))
                .containsExactlyInAnyOrder(
                        "topic reports has 1 partitions, expected 12",
                        "topic reports has a partition with 1 replicas, expected at least 3",
                        "topic reports has min.insync.replicas=null, expected at least 2",
                        "topic reports has unclean.leader.election.enable=null, expected false",
                        "topic reports has cleanup.policy=compact,delete, expected delete",
                        "topic reports has retention.ms=604800000, expected -1",
                        "topic reports has retention.bytes=null, expected -1");
    }

    private static List<String> differences(int partitions, int replicas, Map<String, String> config) {
        List<Node> nodes = Collections.nCopies(replicas, new Node(1, "broker", 9092));
        return REPORTS.differences(
                new TopicDescription(
                        "reports",
                        false,
                        IntStream.range(0, partitions)
                                .mapToObj(number -> new TopicPartitionInfo(number, nodes.get(0), nodes, nodes))
                                .toList()),
                new Config(config.entrySet().stream()
                        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                        .toList()));
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> config = new HashMap<>(REPORTS.newTopic().configs());
        config.put(setting, value);
        return config;
    }
}
