package io.huizong.aggregation.maintenance;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

/** Works at a rebuild in the background, and goes on with one that another instance left. */
@ApplicationScoped
class RebuildWorker {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Rebuild rebuild;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "rebuild"));
    private Cancellable work;

    RebuildWorker(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    void start(@Observes StartupEvent started) {
        work();
    }

    /** Works until no generation is being built; returns at once. */
    synchronized void work() {
        work = Uni.createFrom()
                .item(() -> {
                    rebuild.finish();
                    return null;
                })
                .runSubscriptionOn(thread)
                .onFailure()
                .invoke(failure -> LOG.warnf("The rebuild waits: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .subscribe()
                .with(finished -> {});
    }

    synchronized void stop(@Observes ShutdownEvent stopped) {
        work.cancel();
        thread.shutdownNow();
    }
}
