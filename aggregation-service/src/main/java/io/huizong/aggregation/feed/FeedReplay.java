package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.ChangeReader.ChangeStream;
import io.huizong.aggregation.feed.FeedEvent.Change;

/**
 * Sends a returning subscriber what changed meanwhile, from the topic, until it is as far as the others. Compaction
 * keeps the last change of each rollup; removals that are older than the topic keeps tombstones are not sent.
 */
@ApplicationScoped
class FeedReplay {

    private static final Logger LOG = Logger.getLogger(FeedReplay.class);
    private static final int AT_ONCE = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ChangeReader changes;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, work -> new Thread(work, "rollup-changes-replay"));

    private volatile boolean stopping;

    FeedReplay(ChangeReader changes) {
        this.changes = changes;
    }

    /** Begins to tell everything after the event with that id; returns at once. */
    void begin(ChangeFeed feed, FeedSubscription subscription, String last) {
        threads.execute(() -> {
            try (ChangeStream stream = changes.open()) {
                replay(feed, subscription, stream, last);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warnf("A subscriber cannot get the changes that it missed: %s", e);
                subscription.sendAway();
            }
        });
    }

    private void replay(ChangeFeed feed, FeedSubscription subscription, ChangeStream stream, String last)
            throws InterruptedException {
        long begin = stream.begin();
        long end = stream.end();
        Optional<ChangeId> seen = ChangeId.parse(last)
                .filter(id -> id.equals(stream.id(id.offset())))
                .filter(id -> id.offset() + 1 >= begin && id.offset() < end);
        stream.seek(seen.map(id -> id.offset() + 1).orElse(end));
        seen.ifPresentOrElse(subscription::resume, () -> subscription.reset(stream.id(end - 1)));
        while (!stopping && !subscription.isGone() && !feed.join(subscription, stream.reached())) {
            for (Change change : stream.poll()) {
                if (subscription.wants(change.key())) {
                    subscription.awaitRoom(TIMEOUT);
                    subscription.offer(change);
                }
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        threads.shutdown();
    }
}
