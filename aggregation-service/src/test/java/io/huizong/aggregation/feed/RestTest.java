package io.huizong.aggregation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

/** How long all rest after a share says who has the machine. */
class RestTest {

    private static final Duration TAKEN = Duration.ofMillis(50);

    @Test
    void what_is_left_when_nothing_changes_any_more_is_published_at_once() {
        assertThat(OutboxPublisher.rest(TAKEN, true, false)).isZero();
    }

    @Test
    void applying_has_the_larger_part_and_more_of_it_while_reports_wait() {
        assertThat(OutboxPublisher.rest(TAKEN, false, true)).isEqualTo(TAKEN.multipliedBy(4));
        assertThat(OutboxPublisher.rest(TAKEN, true, true)).isEqualTo(TAKEN.multipliedBy(9));
    }

    @Test
    void a_rest_is_neither_too_short_nor_too_long() {
        assertThat(OutboxPublisher.rest(Duration.ofMillis(1), false, false)).isEqualTo(Duration.ofMillis(100));
        assertThat(OutboxPublisher.rest(Duration.ofMinutes(1), true, true)).isEqualTo(OutboxLease.MAX_REST);
    }
}
