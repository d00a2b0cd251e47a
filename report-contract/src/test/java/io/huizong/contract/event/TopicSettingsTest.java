package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** A topic that forgets, or whose keys would move to other partitions, is not as it must be, and a sentence says how. */
class TopicSettingsTest {

    private static final TopicSettings REPORTS = TopicSettings.reports("reports", 12);

    @Test
    void the_log_of_reports_forgets_nothing() {
        assertThat(REPORTS.config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void dead_letters_are_kept_as_well() {
        assertThat(TopicSettings.deadLetters("dead").config()).isEqualTo(REPORTS.config());
    }

    @Test
    void rollup_changes_are_compacted_in_one_partition() {
        TopicSettings changes = TopicSettings.rollupChanges("changes");

        assertThat(changes.config()).isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(changes.partitions()).isEqualTo(1);
    }

    @Test
    void a_topic_as_it_must_be_has_no_differences_whatever_else_is_set() {
        Map<String, String> actual = new HashMap<>(REPORTS.config());
        actual.put("min.insync.replicas", "2");

        assertThat(REPORTS.differences(12, actual)).isEmpty();
    }

    @Test
    void another_number_of_partitions_is_a_difference() {
        assertThat(REPORTS.differences(6, REPORTS.config()))
                .containsExactly("topic reports has 6 partitions, expected 12");
    }

    @Test
    void every_setting_that_differs_is_named_with_both_values() {
        assertThat(REPORTS.differences(1, Map.of("cleanup.policy", "compact,delete", "retention.ms", "604800000")))
                .containsExactlyInAnyOrder(
                        "topic reports has 1 partitions, expected 12",
                        "topic reports has cleanup.policy=compact,delete, expected delete",
                        "topic reports has retention.ms=604800000, expected -1",
                        "topic reports has retention.bytes=null, expected -1");
    }
}
