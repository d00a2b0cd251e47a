package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.OutboxPublisher.OutboxPage;
import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.RollupsChanged;
import io.huizong.commons.retry.Retry;
import io.huizong.contract.division.Level;

/**
 * Publishes page after page: at once when this instance has changed rollups, and every second for what other
 * instances left. Each page continues on every level where the last one stopped: while the changes of a whole country
 * wait, the root shows the progress each time, and nothing is skipped for ever. It waits for a database or brokers
 * that are down.
 */
@ApplicationScoped
public class OutboxLoop {

    private static final Logger LOG = Logger.getLogger(OutboxLoop.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    /** The shortest delay that there is. */
    private static final Duration NO_REST = Duration.ofMillis(1);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private final OutboxPublisher publisher;
    private final OutboxTopic topic;
    private volatile Map<Level, GenerationKey> reached = Map.of();
    private volatile MultiEmitter<? super Long> wakening;
    private volatile Cancellable pages;

    OutboxLoop(OutboxPublisher publisher, OutboxTopic topic) {
        this.publisher = publisher;
        this.topic = topic;
    }

    /** Begins to publish; to be called once, when the topic is as it must be. */
    public void begin() {
        Multi<Long> polls = Multi.createFrom().ticks().every(POLL).onOverflow().drop();
        Multi<Long> wakenings = Multi.createFrom().emitter(emitter -> wakening = emitter, BackPressureStrategy.LATEST);
        pages = Multi.createBy()
                .merging()
                .withRequests(1)
                .streams(polls, wakenings)
                .onItem()
                .transformToUniAndConcatenate(reason -> page())
                .subscribe()
                .with(rested -> {});
    }

    void rollupsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) RollupsChanged changed) {
        wake();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (pages != null) {
            pages.cancel();
        }
    }

    private void wake() {
        MultiEmitter<? super Long> emitter = wakening;
        if (emitter != null) {
            emitter.emit(0L);
        }
    }

    private Uni<Void> page() {
        return Retry.forever(
                        Uni.createFrom().item(this::go).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                        failure -> LOG.warnf("Publication of changed rollups waits: %s", failure),
                        FIRST_WAIT,
                        MAX_WAIT)
                .onItem()
                .transformToUni(
                        rest -> Uni.createFrom().voidItem().onItem().delayIt().by(rest));
    }

    /** Returns how long to rest afterwards. */
    private Duration go() {
        topic.check();
        if (!publisher.isNeeded()) {
            return NO_REST;
        }
        OutboxPage page = publisher.publish(reached);
        reached = page.next();
        // Whether anything is left is asked after the rest.
        wake();
        return page.rest().compareTo(NO_REST) > 0 ? page.rest() : NO_REST;
    }
}
