package io.huizong.aggregation.offset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A log that begins or ends elsewhere than the totals need is told, with both offsets. */
class RetainedOffsetsTest {

    private final RetainedOffsets range = new RetainedOffsets(5, 9);

    @Test
    void a_position_within_the_log_lacks_nothing() {
        assertThat(range.lacks(3, 5)).isNull();
        assertThat(range.lacks(3, 7)).isNull();
        assertThat(range.lacks(3, 9)).isNull();
    }

    @Test
    void a_log_that_begins_after_the_position_has_lost_records() {
        assertThat(range.lacks(3, 4)).contains("partition 3 begins at offset 5", "4 is the next");
    }

    @Test
    void a_log_that_ends_before_the_position_has_lost_records() {
        assertThat(range.lacks(3, 10)).contains("partition 3 ends at offset 9", "before 10");
    }
}
