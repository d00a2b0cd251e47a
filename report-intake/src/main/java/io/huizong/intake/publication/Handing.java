package io.huizong.intake.publication;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The handing over of one event, and who waits to hear what became of it. Equal only to itself. */
final class Handing {

    private final UUID submissionId;
    private final int bytes;
    private final long since = System.nanoTime();
    private final CompletableFuture<Publication> answer = new CompletableFuture<>();

    Handing(UUID submissionId, int bytes) {
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

    /** Completes with what became of it, never with a failure. */
    CompletionStage<Publication> answer() {
        return answer;
    }

    /** Only the first answer is heard. */
    void answer(Publication publication) {
        answer.complete(publication);
    }
}
