package io.huizong.aggregation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.awaitility.core.ConditionFactory;

/** Waiting for what happens behind the scenes, long enough for a busy machine. */
public final class Eventually {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Eventually() {}

    /** Polls until a condition holds, or fails after a minute and a half. */
    public static ConditionFactory eventually() {
        return await().atMost(TIMEOUT).pollDelay(Duration.ZERO).pollInterval(INTERVAL);
    }
}
