package io.huizong.intake.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is in flight is bounded in number and bytes, and who waits for room hears of it. */
class InFlightRecordsTest {

    private final InFlightRecords inFlight = new InFlightRecords(
            Settings.of(Map.of()).getConfigMapping(PublicationSettings.class).inFlight());
    private final AtomicInteger woken = new AtomicInteger();

    private static InFlightRecord record(int bytes) {
        return new InFlightRecord(UUID.randomUUID(), bytes);
    }

    private List<InFlightRecord> entered(int count, int bytes) {
        return Stream.generate(() -> record(bytes))
                .limit(count)
                .filter(inFlight::enter)
                .toList();
    }

    @Test
    void no_more_than_the_most_enter() {
        assertThat(entered(12, 1)).hasSize(10);
        assertThat(inFlight.size()).isEqualTo(10);
    }

    @Test
    void no_more_than_the_most_bytes_enter() {
        assertThat(entered(12, 400)).hasSize(2);
    }

    @Test
    void bulk_leaves_room_for_others() {
        entered(7, 1);
        assertThat(inFlight.hasRoomForBulk()).isTrue();

        entered(1, 1);
        assertThat(inFlight.hasRoomForBulk()).isFalse();
    }

    @Test
    void bulk_leaves_bytes_for_others() {
        entered(2, 375);

        assertThat(inFlight.hasRoomForBulk()).isFalse();
    }

    @Test
    void who_waits_is_woken_once_when_a_good_part_is_free() {
        List<InFlightRecord> records = entered(10, 1);
        inFlight.whenCalm(woken::incrementAndGet);

        records.subList(0, 3).forEach(inFlight::leave);
        assertThat(woken).hasValue(0);

        records.forEach(inFlight::leave);
        assertThat(woken).hasValue(1);
        assertThat(inFlight.size()).isZero();
    }

    @Test
    void who_need_not_wait_does_not() {
        inFlight.whenCalm(woken::incrementAndGet);

        assertThat(woken).hasValue(1);
    }

    @Test
    void leaving_twice_frees_one_place() {
        List<InFlightRecord> records = entered(10, 100);
        inFlight.leave(records.get(0));
        inFlight.leave(records.get(0));

        assertThat(entered(3, 100)).hasSize(1);
    }
}
