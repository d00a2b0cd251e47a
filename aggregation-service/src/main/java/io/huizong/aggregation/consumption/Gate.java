package io.huizong.aggregation.consumption;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import org.jboss.logging.Logger;

/**
 * Lets one batch after another through until the service stops, which waits for the batch that is under way: the database
 * is shut before the consumer, and a consumer with a batch that cannot be applied does not leave its group.
 */
@ApplicationScoped
class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ChannelRegistry channels;
    private final Semaphore free = new Semaphore(1);
    private volatile boolean closed;

    Gate(ChannelRegistry channels) {
        this.channels = channels;
    }

    boolean isClosed() {
        return closed;
    }

    /** @throws IllegalStateException if the service stops */
    void pass(Runnable batch) {
        if (closed || !free.tryAcquire()) {
            throw new IllegalStateException("the service stops");
        }
        try {
            batch.run();
        } finally {
            free.release();
        }
    }

    void close(@Observes ShutdownEvent stopped) throws InterruptedException {
        closed = true;
        channels.getPausable("reports").pause();
        if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A batch was not applied when the service stopped; another instance will apply it");
        }
    }
}
