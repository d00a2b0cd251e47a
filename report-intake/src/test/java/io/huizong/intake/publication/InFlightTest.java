package io.huizong.intake.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;

/** What is in flight is bounded in number and bytes, and who waits for room hears of it. */
class InFlightTest {

    private final InFlight inFlight = new InFlight(new Settings(10, 8, new MemorySize(BigInteger.valueOf(1000))));
    private final AtomicInteger woken = new AtomicInteger();

    private record Settings(int most, int bulk, MemorySize bytes) implements InFlightSettings {}

    private static Handing handing(int bytes) {
        return new Handing(UUID.randomUUID(), bytes);
    }

    private List<Handing> entered(int count, int bytes) {
        return Stream.generate(() -> handing(bytes))
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
        List<Handing> handings = entered(10, 1);
        inFlight.whenCalm(woken::incrementAndGet);

        handings.subList(0, 3).forEach(inFlight::leave);
        assertThat(woken).hasValue(0);

        handings.forEach(inFlight::leave);
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
        List<Handing> handings = entered(10, 100);
        inFlight.leave(handings.get(0));
        inFlight.leave(handings.get(0));

        assertThat(entered(3, 100)).hasSize(1);
    }
}
