package io.huizong.commons.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/** Work is repeated until it succeeds, and each failure is reported. */
class RetryTest {

    @Test
    void work_is_repeated_until_it_succeeds() {
        AtomicInteger attempts = new AtomicInteger();
        List<String> failures = new ArrayList<>();
        Uni<Integer> work = Uni.createFrom().item(() -> {
            int attempt = attempts.incrementAndGet();
            if (attempt < 4) {
                throw new IllegalStateException("attempt " + attempt);
            }
            return attempt;
        });

        Integer result = Retry.forever(
                        work, failure -> failures.add(failure.getMessage()), Duration.ofMillis(1), Duration.ofMillis(2))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(result).isEqualTo(4);
        assertThat(failures).containsExactly("attempt 1", "attempt 2", "attempt 3");
    }
}
