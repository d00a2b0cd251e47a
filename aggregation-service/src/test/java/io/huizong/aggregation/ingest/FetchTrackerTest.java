package io.huizong.aggregation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ingest.FetchTracker.PolledBatch;
import io.huizong.aggregation.offset.OffsetRange;

/** Of each batch it is known which offsets were read for it, wherever its consumer was brought meanwhile. */
class FetchTrackerTest {

    private static final String LOG = "a-log";
    private static final TopicPartition ONE = new TopicPartition("reports", 1);
    private static final TopicPartition TWO = new TopicPartition("reports", 2);

    private final FetchTracker tracker = new FetchTracker();

    @Test
    void a_batch_has_the_range_of_each_partition_whose_place_is_known() {
        tracker.of(ONE).alignedAt(1, LOG, 3);
        ConsumerRecords<String, byte[]> records = new ConsumerRecords<>(
                Map.of(ONE, list(ONE, 4, 5), TWO, list(TWO, 7)),
                Map.of(ONE, new OffsetAndMetadata(9), TWO, new OffsetAndMetadata(8)));

        tracker.polled(records);

        PolledBatch batch = tracker.batch(records).orElseThrow();
        assertThat(batch.ranges()).containsOnlyKeys(ONE);
        assertThat(batch.ranges().get(ONE).range()).isEqualTo(new OffsetRange(3, 9));
        assertThat(batch.partitions()).containsOnlyKeys(ONE, TWO);
    }

    @Test
    void a_batch_that_nobody_polled_has_its_partitions_aligned_anew() {
        tracker.of(ONE).alignedAt(1, LOG, 3);

        assertThat(tracker.batch(records(ONE, 1L))).isEmpty();

        assertThat(tracker.of(ONE).isAt(LOG, 3)).isFalse();
    }

    @Test
    void a_partition_that_was_taken_away_is_not_known_any_more() {
        tracker.of(ONE).alignedAt(1, LOG, 3);

        tracker.forget(List.of(ONE));

        ConsumerRecords<String, byte[]> records = records(ONE, 4);
        tracker.polled(records);
        assertThat(tracker.batch(records).orElseThrow().ranges()).isEmpty();
    }

    @Test
    void a_batch_of_a_partition_that_came_back_meanwhile_settles_only_what_it_read() {
        tracker.of(ONE).alignedAt(1, LOG, 3);
        ConsumerRecords<String, byte[]> before = records(ONE, 4);
        tracker.polled(before);
        tracker.forget(List.of(ONE));
        tracker.of(ONE).alignedAt(1, LOG, 3);
        ConsumerRecords<String, byte[]> after = records(ONE, 4);
        tracker.polled(after);

        tracker.batch(before).orElseThrow().settle();
        assertThat(tracker.of(ONE).isSettled()).isFalse();

        tracker.batch(after).orElseThrow().settle();
        assertThat(tracker.of(ONE).isSettled()).isTrue();
    }

    @Test
    void a_batch_knows_how_often_consumers_had_heard_of_topics() {
        ConsumerRecords<String, byte[]> before = records(ONE, 1);
        tracker.polled(before);
        tracker.heardOfTopics();
        ConsumerRecords<String, byte[]> after = records(ONE, 2);
        tracker.polled(after);

        assertThat(tracker.batch(after).orElseThrow().heard())
                .isGreaterThan(tracker.batch(before).orElseThrow().heard());
    }

    private static ConsumerRecords<String, byte[]> records(TopicPartition partition, long last) {
        return new ConsumerRecords<>(
                Map.of(partition, list(partition, last)), Map.of(partition, new OffsetAndMetadata(last + 1)));
    }

    private static List<ConsumerRecord<String, byte[]>> list(TopicPartition partition, long... offsets) {
        return Arrays.stream(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, "530181009", new byte[0]))
                .toList();
    }
}
