package io.huizong.aggregation.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.jboss.logging.Logger;

/**
 * Starts and drains the consumers. Batches pass from the start until the service stops; stopping waits for batches
 * that are being applied. The database closes before the consumers, and a consumer with a batch that cannot be
 * applied does not leave its group.
 */
@ApplicationScoped
class ConsumerLifecycle {

    private static final Logger LOG = Logger.getLogger(ConsumerLifecycle.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final ChannelRegistry channels;
    private final KafkaClientService clients;
    /** Batches share it; stopping takes it for ever. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private volatile boolean closed;
    private volatile boolean open;

    ConsumerLifecycle(ChannelRegistry channels, KafkaClientService clients) {
        this.channels = channels;
        this.clients = clients;
    }

    void open() {
        open = true;
        pausable().forEach(PausableChannel::resume);
    }

    boolean isOpen() {
        return open && !closed;
    }

    boolean isClosed() {
        return closed;
    }

    /** @throws IllegalStateException if the service stops */
    void pass(Runnable batch) {
        if (closed || !lock.readLock().tryLock()) {
            throw new IllegalStateException("the service stops");
        }
        try {
            batch.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    void close(@Observes ShutdownEvent stopped) throws InterruptedException {
        closed = true;
        pausable().forEach(PausableChannel::pause);
        if (!lock.writeLock().tryLock(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A batch was not applied when the service stopped; another instance will apply it");
        }
    }

    private List<PausableChannel> pausable() {
        return clients.getConsumerChannels().stream().map(channels::getPausable).toList();
    }
}
