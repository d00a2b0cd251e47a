package io.huizong.intake.publication;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event in flight. Equal only to itself, as its answer is.
 *
 * @param since when it was made, in nanoseconds of this machine's clock
 * @param answer completes with the first result, never with a failure
 */
record InFlightRecord(UUID submissionId, int bytes, long since, CompletableFuture<PublishResult> answer) {

    InFlightRecord(UUID submissionId, int bytes) {
        this(submissionId, bytes, System.nanoTime(), new CompletableFuture<>());
    }
}
