package io.huizong.intake.publication;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One event in flight, and who waits for its result. Equal only to itself. */
final class InFlightRecord {

    private final UUID submissionId;
    private final int bytes;
    private final long since = System.nanoTime();
    private final CompletableFuture<PublishResult> answer = new CompletableFuture<>();

    InFlightRecord(UUID submissionId, int bytes) {
        this.submissionId = submissionId;
        this.bytes = bytes;
    }

    UUID submissionId() {
        return submissionId;
    }

    int bytes() {
        return bytes;
    }

    long since() {
        return since;
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    /** Completes with the result, never with a failure. */
    CompletionStage<PublishResult> answer() {
        return answer;
    }

    /** Only the first result counts. */
    void answer(PublishResult result) {
        answer.complete(result);
    }
}
