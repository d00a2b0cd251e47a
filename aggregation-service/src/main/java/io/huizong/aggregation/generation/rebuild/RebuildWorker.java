package io.huizong.aggregation.generation.rebuild;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.GenerationStatus;
import io.huizong.aggregation.generation.Generations;
import io.huizong.commons.retry.Retry;

/** Runs a rebuild in the background, and continues one whose instance has stopped. */
@ApplicationScoped
class RebuildWorker {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final Rebuild rebuild;
    private final Generations generations;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "rebuild"));
    private Cancellable work = () -> {};
    private volatile boolean working;
    private Rebuild.Progress seen;

    RebuildWorker(Rebuild rebuild, Generations generations) {
        this.rebuild = rebuild;
        this.generations = generations;
    }

    /** Goes on with one that the instance has left when it stopped. */
    void start(@Observes StartupEvent started) {
        work();
    }

    void changed(@Observes GenerationStatus status) {
        if (status instanceof GenerationStatus.Building) {
            work();
        }
    }

    @Scheduled(
            every = "{huizong.rebuilds.check-interval}",
            delayed = "{huizong.rebuilds.check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        try {
            Rebuild.Progress now = generations.building().isPresent() ? rebuild.progress() : null;
            if (now != null && !working && now.isWhere(seen)) {
                LOG.infof("Nobody works at generation %d any more: going on with it", now.building());
                work();
            }
            seen = now;
        } catch (RuntimeException e) {
            LOG.warnf("Whether a rebuild has stalled is unknown: %s", e);
        }
    }

    /** Runs until no generation is being built, unless it runs already; returns at once. */
    synchronized void work() {
        if (working) {
            return;
        }
        working = true;
        work = Retry.forever(
                        Uni.createFrom().voidItem().emitOn(thread).invoke(rebuild::finish),
                        failure -> LOG.warnf("The rebuild waits: %s", failure),
                        FIRST_WAIT,
                        MAX_WAIT)
                .subscribe()
                .with(finished -> working = false);
    }

    synchronized void stop(@Observes ShutdownEvent stopped) {
        work.cancel();
        thread.shutdownNow();
    }
}
