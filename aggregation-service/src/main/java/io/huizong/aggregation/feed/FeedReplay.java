package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.offset.TopicReader;

/**
 * Tells one who was away what changed meanwhile, out of the topic, until it is as far as the others. Compaction has left
 * the last change of each rollup; what was removed longer ago than the topic keeps tombstones is not told.
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

    /** Begins to tell everything from that offset on; returns at once. */
    void begin(ChangeFeed feed, FeedSubscription listener, long from) {
        threads.execute(() -> {
            try (TopicReader reader = changes.open()) {
                tell(feed, listener, reader, from);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warnf("One who was away is not told what changed: %s", e);
                listener.sendAway();
            }
        });
    }

    private void tell(ChangeFeed feed, FeedSubscription listener, TopicReader reader, long from)
            throws InterruptedException {
        long end = ChangeReader.end(reader);
        boolean there = from >= ChangeReader.begin(reader) && from <= end;
        ChangeReader.seek(reader, there ? from : end);
        if (there) {
            listener.resume(from - 1);
        } else {
            listener.reset(end - 1);
        }
        while (!stopping && !listener.isGone() && !feed.join(listener, ChangeReader.position(reader))) {
            for (Change change : changes.poll(reader)) {
                if (listener.wants(change.place())) {
                    listener.awaitRoom(TIMEOUT);
                    listener.tell(change);
                }
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        threads.shutdown();
    }
}
