package io.huizong.intake.publication;

import java.util.UUID;

import io.smallrye.mutiny.subscription.UniEmitter;

/** The handing over of one event, and who waits to hear what became of it. Equal only to itself. */
final class Handing {

    private final UUID submissionId;
    private final int bytes;
    private final long since = System.nanoTime();
    private final UniEmitter<? super Publication> sender;
    private volatile boolean answered;

    Handing(UUID submissionId, int bytes, UniEmitter<? super Publication> sender) {
        this.submissionId = submissionId;
        this.bytes = bytes;
        this.sender = sender;
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
        return answered;
    }

    /** Only the first answer is heard. */
    void answer(Publication publication) {
        answered = true;
        sender.complete(publication);
    }
}
