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
    private final Runnable onTimeout;
    private long since = System.nanoTime();
    private long timer;

    IdleTimeout(Vertx vertx, Duration limit, BooleanSupplier isAwaited, Runnable onTimeout) {
        this.vertx = vertx;
        this.limit = limit;
        this.isAwaited = isAwaited;
        this.onTimeout = onTimeout;
        checkIn(limit.toNanos());
    }

    /** Starts the time again. */
    void restart() {
        since = System.nanoTime();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void checkIn(long nanos) {
        timer = vertx.setTimer(nanos / 1_000_000 + 1, ignored -> check());
    }

    private void check() {
        if (!isAwaited.getAsBoolean()) {
            restart();
        }
        long left = limit.toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            checkIn(left);
        } else {
            restart();
            checkIn(limit.toNanos());
            onTimeout.run();
        }
    }
}
