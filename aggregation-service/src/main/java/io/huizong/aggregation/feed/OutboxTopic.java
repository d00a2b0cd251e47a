package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.ChangeReader.ChangeStream;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.rollup.UnpublishedRollups;

/**
 * Notices that the topic of changes is not the one that was published to, or says what the database does not say any more: then
 * all rollups are marked, and so published again. A topic that was made anew has another id, and nothing in it. A database that
 * went back to before a switch of generations serves a generation with a lower number.
 */
@ApplicationScoped
class OutboxTopic {

    private static final Logger LOG = Logger.getLogger(OutboxTopic.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final int MARK_TIMEOUT_SECONDS = 600;
    private static final int UNKNOWN = -1;

    private final TopicId topicId;
    private final ChangeReader changes;
    private final OutboxLease lease;
    private final Generations generations;
    private final UnpublishedRollups marks;
    private final OutboxPublisher publisher;

    /** The newest generation that is known to have been published. */
    private int published = UNKNOWN;

    private long checkedAt = UNKNOWN;

    OutboxTopic(
            TopicId topicId,
            ChangeReader changes,
            OutboxLease lease,
            Generations generations,
            UnpublishedRollups marks,
            OutboxPublisher publisher) {
        this.topicId = topicId;
        this.changes = changes;
        this.lease = lease;
        this.generations = generations;
        this.marks = marks;
        this.publisher = publisher;
    }

    /** Marks all rollups if it must. Whoever publishes calls it first. */
    synchronized void check() {
        // Before the serving generation is asked for: it may be replaced in between.
        published = Math.max(published == UNKNOWN ? lastPublished() : published, publisher.takePublished());
        Optional<Integer> serving = generations.serving();
        if (serving.isPresent() && serving.get() < published) {
            LOG.infof("The database went back from generation %d to %d", published, serving.get());
            // Written down: if this instance stops now, another goes on.
            lease.writeTopicId(null);
            checkedAt = UNKNOWN;
        }
        if (serving.isPresent()) {
            published = serving.get();
            check(serving.get());
        }
    }

    private int lastPublished() {
        try (ChangeStream stream = changes.open()) {
            return stream.lastGeneration().orElse(0);
        }
    }

    private void check(int serving) {
        long now = System.nanoTime();
        if (checkedAt != UNKNOWN && now - checkedAt < CHECK_INTERVAL.toNanos()) {
            return;
        }
        String id = topicId.askForChanges();
        if (!id.equals(lease.topicId())) {
            QuarkusTransaction.requiringNew().timeout(MARK_TIMEOUT_SECONDS).run(() -> markAll(serving, id));
        }
        checkedAt = now;
    }

    private void markAll(int serving, String id) {
        if (lease.takeThoughAllRest() && !id.equals(lease.topicId())) {
            LOG.infof("All rollups of generation %d are published to the topic of changes with the id %s", serving, id);
            marks.markAll(serving);
            lease.writeTopicId(id);
        }
    }
}
