package io.huizong.aggregation.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.aggregation.submission.UnreadableRecord;

/** What of a batch is applied follows from the offsets that were read for it and the positions that are reached. */
class BatchTest {

    private static final String LOG = "a-log";

    @Test
    void what_was_read_is_in_the_batch() {
        Batch batch = Batch.of(LOG, Map.of(1, new OffsetRange(4, 8)), entries(1, 4, 6, 7));

        assertThat(batch.ranges()).isEqualTo(Map.of(1, new OffsetRange(4, 8)));
        assertThat(offsets(batch, 1)).containsExactly(4L, 6L, 7L);
    }

    @Test
    void entries_outside_of_what_was_read_are_left_out() {
        List<IngestedRecord> read = Stream.concat(entries(1, 2, 3, 4).stream(), entries(2, 9).stream())
                .toList();

        Batch batch = Batch.of(LOG, Map.of(1, new OffsetRange(3, 4)), read);

        assertThat(batch.entries())
                .extracting(IngestedRecord::partition, IngestedRecord::offset)
                .containsExactly(tuple(1, 3L));
    }

    @Test
    void a_partition_ends_before_the_first_record_that_only_a_newer_version_can_read() {
        List<IngestedRecord> read = Stream.of(
                        entries(1, 4, 5), List.of(newer(1, 6)), entries(1, 7), List.of(newer(1, 8)), entries(2, 6, 7))
                .flatMap(List::stream)
                .toList();

        Batch batch = Batch.of(LOG, Map.of(1, new OffsetRange(4, 9), 2, new OffsetRange(6, 8)), read);

        assertThat(batch.ranges()).isEqualTo(Map.of(1, new OffsetRange(4, 6), 2, new OffsetRange(6, 8)));
        assertThat(offsets(batch, 1)).containsExactly(4L, 5L);
        assertThat(offsets(batch, 2)).containsExactly(6L, 7L);
        assertThat(Batch.stops(read).get(1).offset()).isEqualTo(6);
        assertThat(Batch.stops(read)).containsOnlyKeys(1);
    }

    @Test
    void what_is_reached_already_is_dropped() {
        Batch next = batch(1, 4, 8).after(Map.of(1, 6L));

        assertThat(next.ranges()).isEqualTo(Map.of(1, new OffsetRange(6, 8)));
        assertThat(offsets(next, 1)).containsExactly(6L, 7L);
    }

    @Test
    void a_batch_that_is_reached_as_a_whole_says_nothing() {
        assertThat(batch(1, 4, 8).after(Map.of(1, 8L))).isEqualTo(batch(1, 4, 8).after(Map.of(1, 99L)));
        assertThat(batch(1, 4, 8).after(Map.of(1, 8L)).ranges()).isEmpty();
        assertThat(batch(1, 4, 8).after(Map.of(1, 8L)).entries()).isEmpty();
    }

    @Test
    void nothing_is_applied_of_a_partition_whose_range_begins_later() {
        Batch both = Batch.of(
                LOG,
                Map.of(1, new OffsetRange(4, 8), 2, new OffsetRange(4, 8)),
                Stream.concat(entries(1, 5, 6).stream(), entries(2, 5, 6).stream())
                        .toList());

        Batch next = both.after(Map.of(1, 3L, 2, 4L));

        assertThat(next.ranges()).isEqualTo(Map.of(2, new OffsetRange(4, 8)));
        assertThat(next.entries()).hasSize(2).allMatch(entry -> entry.partition() == 2);
    }

    @Test
    void a_partition_of_which_nothing_is_reached_begins_at_zero() {
        assertThat(batch(1, 0, 2).after(Map.of()).ranges()).isEqualTo(Map.of(1, new OffsetRange(0, 2)));
        assertThat(batch(1, 1, 2).after(Map.of()).ranges()).isEmpty();
    }

    @Test
    void offsets_without_records_come_next_too() {
        Batch markers = Batch.of(LOG, Map.of(1, new OffsetRange(4, 8)), List.of());

        assertThat(markers.after(Map.of(1, 4L)).ranges()).isEqualTo(Map.of(1, new OffsetRange(4, 8)));
    }

    private static Batch batch(int partition, long from, long to) {
        return Batch.of(
                LOG,
                Map.of(partition, new OffsetRange(from, to)),
                entries(partition, LongStream.range(from, to).toArray()));
    }

    private static List<Long> offsets(Batch batch, int partition) {
        return batch.entries().stream()
                .filter(entry -> entry.partition() == partition)
                .map(IngestedRecord::offset)
                .toList();
    }

    private static IngestedRecord newer(int partition, long offset) {
        return new IngestedRecord.Newer(partition, offset, "The event type is io.huizong.report.merged.v7");
    }

    private static List<IngestedRecord> entries(int partition, long... offsets) {
        return LongStream.of(offsets)
                .<IngestedRecord>mapToObj(
                        offset -> new UnreadableRecord(LOG, partition, offset, null, "junk", null, Instant.EPOCH))
                .toList();
    }
}
