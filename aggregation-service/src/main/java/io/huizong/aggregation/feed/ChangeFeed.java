package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.ChangeReader.ChangeStream;
import io.huizong.aggregation.feed.ChangeReader.TopicReplacedException;
import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.retry.Retry;

/**
 * Reads {@code rollup-changes} once an instance and passes each change to the subscriptions that want it. Reading
 * begins with the first subscription; it waits for brokers that are down.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MAX_REPLAYS = 4;
    private static final Duration REPLAY_TIMEOUT = Duration.ofSeconds(10);

    private final ChangeReader changes;
    private final FeedSettings configuration;
    private final AtomicInteger connected = new AtomicInteger();
    private final Set<FeedSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ExecutorService replays =
            Executors.newFixedThreadPool(MAX_REPLAYS, work -> new Thread(work, "rollup-changes-replay"));
    private ExecutorService thread;
    private Cancellable reading;
    private Cancellable heartbeat;
    /** The last record that was read; null while it is unknown where the topic ends. */
    private ChangeId last;

    private volatile boolean stopping;

    ChangeFeed(ChangeReader changes, FeedSettings configuration) {
        this.changes = changes;
        this.configuration = configuration;
    }

    /** How many subscriptions this instance has. */
    public int subscriptions() {
        return connected.get();
    }

    /**
     * The changes from now on, or after one that was seen before.
     *
     * @param interest which ones
     * @param seen the id of the last event that was seen; empty to begin now
     * @return empty if there are too many already
     */
    public Optional<Multi<FeedEvent>> listen(Predicate<RollupKey> interest, Optional<String> seen) {
        if (connected.get() >= configuration.maxSubscriptions()) {
            return Optional.empty();
        }
        return Optional.of(Multi.createFrom()
                .emitter(
                        emitter -> {
                            connected.incrementAndGet();
                            FeedSubscription subscription =
                                    new FeedSubscription(interest, emitter, configuration.bufferSize());
                            emitter.onTermination(() -> leave(subscription));
                            subscription.greet();
                            if (stopping) {
                                subscription.sendAway();
                                return;
                            }
                            begin();
                            seen.ifPresentOrElse(
                                    last -> replays.execute(() -> replay(subscription, last)),
                                    () -> join(subscription));
                        },
                        BackPressureStrategy.ERROR));
    }

    private void leave(FeedSubscription subscription) {
        connected.decrementAndGet();
        subscriptions.remove(subscription);
        subscription.left();
    }

    private synchronized void begin() {
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "rollup-changes"));
            reading = Retry.forever(
                            Uni.createFrom().voidItem().emitOn(thread).invoke(this::read),
                            failure -> LOG.warnf("The feed of changes waits: %s", failure),
                            PAUSE,
                            PAUSE)
                    .subscribe()
                    .with(stopped -> {});
            heartbeat = Multi.createFrom()
                    .ticks()
                    .every(configuration.heartbeatInterval())
                    .onOverflow()
                    .drop()
                    .subscribe()
                    .with(tick -> subscriptions.forEach(FeedSubscription::beat));
        }
    }

    private synchronized void join(FeedSubscription subscription) {
        add(subscription);
        if (last != null) {
            subscription.ready(last);
        }
    }

    /** Joins one that was offered everything up to that record, if that is as far as the others are. */
    private synchronized boolean join(FeedSubscription subscription, ChangeId reached) {
        if (last == null || !reached.equals(last.at(reached.offset())) || reached.offset() < last.offset()) {
            return false;
        }
        add(subscription);
        return true;
    }

    private void add(FeedSubscription subscription) {
        subscriptions.add(subscription);
        // It may have left before it was there, or the service may stop.
        if (subscription.isGone()) {
            subscriptions.remove(subscription);
        } else if (stopping) {
            subscription.sendAway();
        }
    }

    /**
     * Offers a returning subscriber what changed meanwhile, from the topic, until it is as far as the others. Compaction keeps the
     * last change of each rollup; removals that are older than the topic keeps tombstones are not offered.
     */
    private void replay(FeedSubscription subscription, String after) {
        try (ChangeStream stream = changes.open()) {
            long begin = stream.begin();
            long end = stream.end();
            Optional<ChangeId> seen = ChangeId.parse(after)
                    .filter(id -> id.equals(stream.id(id.offset())))
                    .filter(id -> id.offset() + 1 >= begin && id.offset() < end);
            stream.seek(seen.map(id -> id.offset() + 1).orElse(end));
            seen.ifPresentOrElse(subscription::resume, () -> subscription.reset(stream.id(end - 1)));
            while (!stopping && !subscription.isGone() && !join(subscription, stream.reached())) {
                for (Change change : stream.poll()) {
                    if (subscription.wants(change.key())) {
                        subscription.awaitRoom(REPLAY_TIMEOUT);
                        subscription.offer(change);
                    }
                }
            }
            if (stopping) {
                subscription.sendAway();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("A subscriber cannot get the changes that it missed: %s", e);
            subscription.sendAway();
        }
    }

    /** Returns when the service stops. */
    private void read() {
        while (!stopping) {
            try (ChangeStream stream = changes.open()) {
                position(stream);
                while (!stopping) {
                    stream.poll().forEach(this::offer);
                }
            } catch (InvalidOffsetException | TopicReplacedException e) {
                LOG.warnf("The topic of changes was created again: %s", e.getMessage());
                lost();
            }
        }
    }

    private synchronized void position(ChangeStream stream) {
        if (last != null && !last.equals(stream.id(last.offset()))) {
            LOG.warn("The topic of changes was created again");
            lost();
        }
        if (last == null) {
            last = stream.id(stream.end() - 1);
        }
        stream.seek(last.offset() + 1);
        subscriptions.forEach(subscription -> subscription.ready(last));
    }

    private synchronized void offer(Change change) {
        last = change.id();
        for (FeedSubscription subscription : subscriptions) {
            if (subscription.wants(change.key())) {
                subscription.offer(change);
            }
        }
    }

    private synchronized void lost() {
        last = null;
        subscriptions.forEach(FeedSubscription::sendAway);
    }

    /** Ends all streams before {@code ShutdownEvent}, which is fired when no request is in flight any more. */
    void stop(@Observes ShutdownDelayInitiatedEvent begun) {
        // Not interrupted, which a consumer takes badly: it looks up from its poll a few times a second.
        stopping = true;
        subscriptions.forEach(FeedSubscription::sendAway);
        replays.shutdown();
        synchronized (this) {
            if (thread != null) {
                reading.cancel();
                heartbeat.cancel();
                thread.shutdown();
            }
        }
    }
}
