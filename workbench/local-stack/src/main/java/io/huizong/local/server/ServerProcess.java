package io.huizong.local.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

import io.huizong.local.process.LeashedProcess;

/** From the start of a server's process to its first answer. */
public final class ServerProcess {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private ServerProcess() {}

    /**
     * Returns when the server answers.
     *
     * @param waiting gets the seconds since the start, every ten seconds
     * @throws IOException if its process ends before that, or the timeout passes
     */
    public static void awaitAnswer(Server server, LeashedProcess process, Duration timeout, LongConsumer waiting)
            throws IOException {
        Instant start = Instant.now();
        Instant nextSign = start.plus(SIGN_OF_LIFE);
        while (!server.answers()) {
            Instant now = Instant.now();
            if (endsWithin(POLL, process)) {
                throw new IOException("ended before it answered");
            }
            if (now.isAfter(start.plus(timeout))) {
                throw new IOException("did not answer within %d seconds".formatted(timeout.toSeconds()));
            }
            if (now.isAfter(nextSign)) {
                waiting.accept(Duration.between(start, now).toSeconds());
                nextSign = nextSign.plus(SIGN_OF_LIFE);
            }
        }
    }

    private static boolean endsWithin(Duration time, LeashedProcess process) throws InterruptedIOException {
        try {
            return process.endsWithin(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("was not waited for to the end");
        }
    }
}
