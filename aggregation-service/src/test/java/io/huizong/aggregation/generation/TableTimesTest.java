package io.huizong.aggregation.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** While a dump is loaded table by table, positions that went back are not believed. */
class TableTimesTest {

    private static final Instant BEFORE = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z");
    private static final Map<String, Instant> WHOLE =
            Map.of("generation", BEFORE, "log_position", BEFORE.plusSeconds(1), "submission", BEFORE);

    @Test
    void tables_that_nobody_made_anew_are_whole() {
        assertThat(TableTimes.isTorn(WHOLE, WHOLE, NOW)).isFalse();
    }

    @Test
    void they_are_torn_until_the_last_one_is_made_anew() {
        Map<String, Instant> now = new HashMap<>(WHOLE);
        now.put("generation", NOW);
        assertThat(TableTimes.isTorn(WHOLE, now, NOW))
                .as("the positions are as they were")
                .isFalse();
        now.put("log_position", NOW);
        assertThat(TableTimes.isTorn(WHOLE, now, NOW)).isTrue();
        now.remove("submission");
        assertThat(TableTimes.isTorn(WHOLE, now, NOW)).as("one is dropped").isTrue();
        now.put("submission", NOW.plusSeconds(5));
        assertThat(TableTimes.isTorn(WHOLE, now, NOW.plusSeconds(5))).isFalse();
    }

    @Test
    void where_no_table_is_made_for_ten_minutes_none_is_waited_for() {
        Map<String, Instant> now = new HashMap<>(WHOLE);
        now.put("log_position", NOW);

        assertThat(TableTimes.isTorn(WHOLE, now, NOW.plusSeconds(599))).isTrue();
        assertThat(TableTimes.isTorn(WHOLE, now, NOW.plusSeconds(601))).isFalse();
    }
}
