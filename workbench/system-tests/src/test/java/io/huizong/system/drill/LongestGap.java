package io.huizong.system.drill;

import java.time.Duration;

/** The longest time in which something that happens all the time did not happen. Thread-safe. */
final class LongestGap {

    private long last = System.nanoTime();
    private long longest;

    synchronized void happened() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    /** Forgets what was before the last time that it happened. */
    synchronized void reset() {
        longest = 0;
    }

    /** Since the reset, until now. */
    synchronized Duration longest() {
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
    }
}
