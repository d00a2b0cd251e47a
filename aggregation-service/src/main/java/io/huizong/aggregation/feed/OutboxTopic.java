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
 * all rollups become unpublished, and are published again. A topic that was created again has another id, and nothing in it. A
 * database that went back to before a switch of generations serves a generation with a lower number.
 */
@ApplicationScoped
class OutboxTopic {

    private static final Logger LOG = Logger.getLogger(OutboxTopic.class);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    private static final int ALL_TIMEOUT_SECONDS = 600;
    private static final int UNKNOWN = -1;

    private final TopicId topicId;
    private final ChangeReader changes;
    private final OutboxLease lease;
    private final Generations generations;
    private final UnpublishedRollups unpublished;
    private final OutboxPublisher publisher;

    /** The newest generation that is known to have been published. */
    private int published = UNKNOWN;

    private long checkedAt = UNKNOWN;

    OutboxTopic(
            TopicId topicId,
            ChangeReader changes,
            OutboxLease lease,
            Generations generations,
            UnpublishedRollups unpublished,
            OutboxPublisher publisher) {
        this.topicId = topicId;
        this.changes = changes;
        this.lease = lease;
        this.generations = generations;
        this.unpublished = unpublished;
        this.publisher = publisher;
    }

    /** Lets all rollups be published again if it must. Whoever publishes calls it first. */
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
            QuarkusTransaction.requiringNew().timeout(ALL_TIMEOUT_SECONDS).run(() -> publishAllAgain(serving, id));
        }
        checkedAt = now;
    }

    private void publishAllAgain(int serving, String id) {
        if (lease.takeThoughAllRest() && !id.equals(lease.topicId())) {
            LOG.infof("All rollups of generation %d are published to the topic of changes with the id %s", serving, id);
            unpublished.addAll(serving);
            lease.writeTopicId(id);
        }
    }
}
