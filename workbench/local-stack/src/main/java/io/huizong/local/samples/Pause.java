package io.huizong.local.samples;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time between two looks at a service. */
final class Pause {

    private Pause() {}

    static void of(Duration time) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a submission.");
        }
    }
}
