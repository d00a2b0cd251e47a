package io.huizong.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimesTest {

    @Test
    void what_this_process_uses_is_the_senders() throws Exception {
        CpuTimes begin = CpuTimes.now();
        long end = System.nanoTime() + 100_000_000;
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += Math.sqrt(sum + 1);
        }

        assertThat(CpuTimes.now().since(begin)).as("after %s", sum).contains("sender 0.");
    }

    @Test
    void who_has_used_nothing_is_left_out() throws Exception {
        CpuTimes times = CpuTimes.now();

        assertThat(times.since(times)).isEmpty();
    }
}
