package io.huizong.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A latency begins when something was meant to begin, however late it really did. */
class LatenciesTest {

    @Test
    void the_99th_of_100_is_the_last_but_one() {
        Latencies latencies = new Latencies();
        long now = System.nanoTime();
        for (int second = 1; second <= 100; second++) {
            latencies.doneNow(now - second * 1_000_000_000L);
        }

        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.p99()).isBetween(99_000.0, 99_900.0);
    }
}
