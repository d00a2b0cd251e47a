package io.huizong.aggregation.query.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.submission.SubmissionReader;
import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.ProblemException;

/**
 * The requests that wait for the outcome of a submission. The database is asked for all of them in one query a few times
 * a second, since another instance may apply what is waited for. No thread waits.
 */
@ApplicationScoped
class AwaitedSubmissions {

    private static final Logger LOG = Logger.getLogger(AwaitedSubmissions.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Generations generations;
    private final SubmissionReader submissions;
    private final int most;
    private final Map<UniEmitter<? super Boolean>, UUID> waiting = new ConcurrentHashMap<>();
    private boolean looking;

    AwaitedSubmissions(
            Generations generations,
            SubmissionReader submissions,
            @ConfigProperty(name = "huizong.wait.max-concurrent") int most) {
        this.generations = generations;
        this.submissions = submissions;
        this.most = most;
    }

    /**
     * Whether the submission has its outcome, told as soon as it has, and at the latest after that time.
     *
     * @throws ProblemException if too many wait already
     */
    Uni<Boolean> await(UUID submission, Duration patience) {
        if (submissions.known(generations.answering(), Set.of(submission)).contains(submission)) {
            return Uni.createFrom().item(true);
        }
        if (patience.isZero()) {
            return Uni.createFrom().item(false);
        }
        return Uni.createFrom()
                .<Boolean>emitter(emitter -> add(submission, emitter))
                .ifNoItem()
                .after(patience)
                .recoverWithItem(false);
    }

    private synchronized void add(UUID submission, UniEmitter<? super Boolean> emitter) {
        if (waiting.size() >= most) {
            emitter.fail(new ProblemException(
                            CommonProblem.UNAVAILABLE,
                            "等待的请求过多，请稍后再试",
                            "Too many requests wait already, try again later")
                    .retryAfter(RETRY_AFTER));
            return;
        }
        waiting.put(emitter, submission);
        emitter.onTermination(() -> waiting.remove(emitter));
        if (!looking) {
            lookLater();
        }
    }

    private synchronized void lookLater() {
        looking = !waiting.isEmpty();
        if (looking) {
            // The pool's own schedule would run it on an event loop, which must not wait for the database.
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(PAUSE)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .subscribe()
                    .with(paused -> look());
        }
    }

    private void look() {
        try {
            Set<UUID> known = submissions.known(generations.answering(), Set.copyOf(waiting.values()));
            waiting.forEach((emitter, submission) -> {
                if (known.contains(submission)) {
                    emitter.complete(true);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("The wait for submissions goes on: %s", e);
        }
        lookLater();
    }
}
