package io.huizong.intake.bulk;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.vertx.core.Vertx;

/**
 * Runs an action when the other side sends or takes nothing for too long. Confined to the context in which it is
 * made.
 */
final class IdleTimeout {

    private final Vertx vertx;
    private final Duration limit;
    private final BooleanSupplier isAwaited;
    private final Runnable tooLong;
    private long since = System.nanoTime();
    private long timer;

    IdleTimeout(Vertx vertx, Duration limit, BooleanSupplier isAwaited, Runnable tooLong) {
        this.vertx = vertx;
        this.limit = limit;
        this.isAwaited = isAwaited;
        this.tooLong = tooLong;
        lookIn(limit.toNanos());
    }

    /** Starts the time again. */
    void over() {
        since = System.nanoTime();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void lookIn(long nanos) {
        timer = vertx.setTimer(nanos / 1_000_000 + 1, ignored -> look());
    }

    private void look() {
        if (!isAwaited.getAsBoolean()) {
            over();
        }
        long left = limit.toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            lookIn(left);
        } else {
            over();
            lookIn(limit.toNanos());
            tooLong.run();
        }
    }
}
