package io.huizong.commons.retry;

import java.time.Duration;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;

/** Repeats work until it succeeds: while a database or broker is down, nothing is skipped. */
public final class Retry {

    private Retry() {}

    /**
     * The work, repeated after each failure.
     *
     * @param onFailure told of each failure, before the wait
     * @param firstWait wait after the first failure; it doubles after each further one, with some jitter
     * @param maxWait longest wait
     */
    public static <T> Uni<T> forever(Uni<T> work, Consumer<Throwable> onFailure, Duration firstWait, Duration maxWait) {
        return work.onFailure()
                .invoke(onFailure)
                .onFailure()
                .retry()
                .withBackOff(firstWait, maxWait)
                .indefinitely();
    }
}
