package io.huizong.aggregation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ingest.FetchTracker.PolledRange;
import io.huizong.aggregation.offset.OffsetRange;

/** It is known which offsets a poll read of a partition, or known that it is not. */
class FetchedPartitionTest {

    private static final String LOG = "a-log";

    private final FetchedPartition partition = new FetchedPartition();

    @Test
    void what_is_read_begins_where_the_read_before_ended() {
        partition.alignedAt(1, LOG, 5);

        assertThat(partition.read(5, 8)).contains(new PolledRange(LOG, new OffsetRange(5, 8), 5));
        assertThat(partition.read(8, 12)).contains(new PolledRange(LOG, new OffsetRange(8, 12), 8));
        assertThat(partition.isAt(LOG, 12)).isTrue();
        assertThat(partition.isAt(LOG, 8)).isFalse();
    }

    @Test
    void offsets_without_records_are_read_with_the_records_behind_them() {
        partition.alignedAt(1, LOG, 5);

        PolledRange read = partition.read(7, 9).orElseThrow();

        assertThat(read.range()).isEqualTo(new OffsetRange(5, 9));
        assertThat(read.beginsWithoutRecord()).isTrue();
        assertThat(partition.read(9, 10).orElseThrow().beginsWithoutRecord()).isFalse();
    }

    @Test
    void nothing_is_known_of_a_consumer_that_was_never_aligned() {
        assertThat(partition.read(0, 3)).isEmpty();
        assertThat(partition.read(3, 4)).isEmpty();
        assertThat(partition.isAt(LOG, 4)).isFalse();
    }

    @Test
    void after_a_jump_back_nothing_is_known_until_it_is_aligned_again() {
        partition.alignedAt(1, LOG, 5);
        partition.read(5, 8);

        assertThat(partition.read(2, 4)).isEmpty();
        assertThat(partition.read(4, 9)).isEmpty();

        partition.alignedAt(1, LOG, 4);
        assertThat(partition.read(4, 9)).contains(new PolledRange(LOG, new OffsetRange(4, 9), 4));
    }

    @Test
    void another_log_is_another_place() {
        partition.alignedAt(1, LOG, 5);

        assertThat(partition.isAt("another-log", 5)).isFalse();
    }

    @Test
    void it_is_settled_when_all_that_was_read_is() {
        assertThat(partition.isSettled()).isTrue();
        partition.alignedAt(1, LOG, 0);
        partition.read(0, 1);
        partition.read(1, 2);

        partition.settle();
        assertThat(partition.isSettled()).isFalse();
        partition.settle();
        assertThat(partition.isSettled()).isTrue();
    }

    @Test
    void what_is_read_while_records_are_lost_is_not_applied() {
        partition.alignedAt(1, LOG, 5);
        partition.lostAt(1, LOG, 5);

        assertThat(partition.read(5, 8)).isEmpty();
    }

    @Test
    void records_are_lost_for_good_only_if_they_are_lacking_again_and_again() {
        partition.lostAt(1, LOG, 5);
        partition.lostAt(1, LOG, 5);
        assertThat(partition.isLostAt(1, LOG, 5)).isFalse();
        partition.lostAt(1, LOG, 5);

        assertThat(partition.isLostAt(1, LOG, 5)).isTrue();
        assertThat(partition.isLostAt(1, LOG, 4)).isFalse();
        partition.lostAt(1, LOG, 6);
        assertThat(partition.isLostAt(1, LOG, 6)).isFalse();
        partition.alignedAt(1, LOG, 5);
        assertThat(partition.isLostAt(1, LOG, 5)).isFalse();
    }

    @Test
    void a_consumer_that_jumps_back_by_itself_shows_that_the_log_was_cut() {
        partition.alignedAt(1, LOG, 5);
        partition.read(5, 8);
        assertThat(partition.isCut(1, LOG)).isFalse();

        assertThat(partition.read(0, 9)).isEmpty();

        assertThat(partition.isCut(1, LOG)).isTrue();
        assertThat(partition.isCut(2, LOG))
                .as("for a generation that was built since")
                .isFalse();
        assertThat(partition.isCut(1, "another-log")).isFalse();
        partition.alignedAt(2, LOG, 9);
        assertThat(partition.isCut(1, LOG)).isFalse();
    }

    @Test
    void what_is_lost_for_one_generation_or_log_is_not_lost_for_another() {
        for (int look = 0; look < 3; look++) {
            partition.lostAt(1, LOG, 0);
        }

        assertThat(partition.isLostAt(1, LOG, 0)).isTrue();
        assertThat(partition.isLostAt(1, "another-log", 0)).isFalse();
        assertThat(partition.isLostAt(2, LOG, 0)).isFalse();
    }

    @Test
    void a_partition_that_stopped_goes_on_when_the_database_is_past_the_record() {
        partition.alignedAt(1, LOG, 5);
        assertThat(partition.goesOnAt(LOG, 9)).as("it did not stop").isFalse();
        partition.stopsAt(7);
        partition.stopsAt(9);

        assertThat(partition.goesOnAt(LOG, 7)).isFalse();
        assertThat(partition.goesOnAt(LOG, 8)).isTrue();
        assertThat(partition.goesOnAt(LOG, 8)).as("once").isFalse();
    }

    @Test
    void a_partition_that_stopped_goes_on_in_another_log() {
        partition.alignedAt(1, LOG, 5);
        partition.stopsAt(7);

        assertThat(partition.goesOnAt("another-log", 0)).isTrue();
    }
}
