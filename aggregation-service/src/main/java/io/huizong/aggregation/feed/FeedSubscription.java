package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.smallrye.mutiny.subscription.MultiEmitter;

import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;

/**
 * A subscription with its buffer: of each rollup only the last change, in the order of offsets, so that a client that
 * returns with the last one it has seen misses nothing. Offering a change returns at once; a subscriber that is too
 * slow is disconnected.
 */
final class FeedSubscription {

    private static final int BEATS_UNTIL_GONE = 4;

    private final Predicate<RollupKey> interest;
    private final MultiEmitter<? super FeedEvent> emitter;
    private final int bufferSize;
    private final Map<RollupKey, FeedEvent> waiting = new LinkedHashMap<>();
    private FeedEvent notice;
    private long offered = -1;
    private boolean ready;
    private boolean beat;
    private boolean quiet;
    private int unheard;
    private boolean ending;
    private boolean draining;

    /**
     * @param interest which changes it wants
     * @param emitter takes as much as was requested of it
     * @param bufferSize how many changes may wait
     */
    FeedSubscription(Predicate<RollupKey> interest, MultiEmitter<? super FeedEvent> emitter, int bufferSize) {
        this.interest = interest;
        this.emitter = emitter;
        this.bufferSize = bufferSize;
        emitter.onRequest(requested -> drain());
    }

    /** Everything after that one will be offered, beginning now. Only the first time counts. */
    synchronized void ready(ChangeId id) {
        if (!ready) {
            notice = new FeedEvent.Ready(id);
            resume(id);
        }
    }

    /** What was asked for cannot be offered; everything after that one will be. */
    synchronized void reset(ChangeId id) {
        notice = new FeedEvent.Reset(id);
        resume(id);
    }

    /** Begins after that one without saying so. */
    synchronized void resume(ChangeId id) {
        ready = true;
        offered = id.offset();
        drain();
    }

    /** Shows the client at once that the connection is open. */
    synchronized void greet() {
        beat = true;
        drain();
    }

    boolean wants(RollupKey key) {
        return interest.test(key);
    }

    /** Offers a change, unless it was offered before. */
    synchronized void offer(Change change) {
        if (!ready || ending || change.id().offset() <= offered) {
            return;
        }
        offered = change.id().offset();
        waiting.remove(change.key());
        waiting.put(change.key(), change);
        if (waiting.size() > bufferSize) {
            sendAway();
        }
        drain();
    }

    /** Returns when another change may wait, when it has gone, or when the timeout is at its end. */
    synchronized void awaitRoom(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        long left = timeout.toMillis();
        while (waiting.size() >= bufferSize && !isGone() && left > 0) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    /** Nobody takes anything any more. */
    synchronized void left() {
        notifyAll();
    }

    /** Says that time has gone by. */
    synchronized void beat() {
        unheard = beat || !waiting.isEmpty() ? unheard + 1 : 0;
        if (unheard >= BEATS_UNTIL_GONE) {
            emitter.complete();
            return;
        }
        beat = quiet;
        quiet = true;
        drain();
    }

    /** Ends it: it has to come again. */
    synchronized void sendAway() {
        waiting.clear();
        notifyAll();
        notice = new FeedEvent.Behind();
        ending = true;
        drain();
    }

    /** Whether the subscription has ended. */
    synchronized boolean isGone() {
        return ending || emitter.isCancelled();
    }

    private synchronized void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            FeedEvent next = next();
            while (next != null) {
                emitter.emit(next);
                if (next instanceof FeedEvent.Behind) {
                    emitter.complete();
                }
                next = next();
            }
        } finally {
            draining = false;
        }
    }

    private FeedEvent next() {
        if (emitter.requested() == 0 || emitter.isCancelled()) {
            return null;
        }
        FeedEvent next = null;
        if (notice != null) {
            next = notice;
            notice = null;
        } else if (!waiting.isEmpty()) {
            next = waiting.remove(waiting.keySet().iterator().next());
            notifyAll();
        } else if (beat) {
            next = new FeedEvent.Heartbeat();
        }
        if (next != null) {
            beat = false;
            quiet = next instanceof FeedEvent.Heartbeat;
            unheard = 0;
        }
        return next;
    }
}
