package io.huizong.aggregation.query.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.huizong.aggregation.submission.SubmissionOutcome;
import io.huizong.aggregation.submission.SubmissionView;

/** The cursor of a list in the order of the log is an offset for each partition, of one log. */
class PartitionCursorTest {

    private static final String TOPIC = "Vk2QTPb2TnaI1d9uQYxnUw";

    @Test
    void a_list_begins_at_the_beginning_of_each_partition() {
        assertThat(PartitionCursor.BEGIN.in(TOPIC, 3))
                .isEqualTo(new PartitionCursor(TOPIC, Map.of(0, 0L, 1, 0L, 2, 0L)));
    }

    @Test
    void the_text_of_a_cursor_is_read_back() {
        PartitionCursor offsets = new PartitionCursor(TOPIC, Map.of(0, 7L, 1, 0L, 2, 12L)).in(TOPIC, 3);

        assertThat(PartitionCursor.parse(offsets.toString())).isEqualTo(offsets);
    }

    @Test
    void the_rest_begins_after_the_last_that_was_read_of_each_partition() {
        PartitionCursor after = PartitionCursor.BEGIN.in(TOPIC, 3).after(List.of(view(2, 4), view(0, 1), view(2, 9)));

        assertThat(after.next()).isEqualTo(Map.of(0, 2L, 1, 0L, 2, 10L));
    }

    @Test
    void a_cursor_stays_where_it_is_if_nothing_was_read() {
        PartitionCursor offsets = new PartitionCursor(TOPIC, Map.of(0, 7L));

        assertThat(offsets.after(List.of())).isEqualTo(offsets);
    }

    @Test
    void a_cursor_of_another_log_begins_anew() {
        assertThat(new PartitionCursor("another", Map.of(0, 7L, 1, 8L))
                        .in(TOPIC, 2)
                        .next())
                .isEqualTo(Map.of(0, 0L, 1, 0L));
    }

    @Test
    void a_text_that_is_no_cursor_is_refused() {
        assertThatThrownBy(() -> PartitionCursor.parse("log 1 x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static SubmissionView view(int partition, long offset) {
        return new SubmissionView(
                UUID.randomUUID(),
                null,
                "53",
                "2022",
                SubmissionOutcome.APPLIED,
                1,
                null,
                "c",
                null,
                partition,
                offset,
                List.of(),
                null);
    }
}
