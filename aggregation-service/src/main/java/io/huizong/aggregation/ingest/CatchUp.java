package io.huizong.aggregation.ingest;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.GenerationWatch.TablesRestored;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicEnds;

/**
 * Knows whether the totals have all that the topic had when the service started, or found tables that were not its own. Whichever
 * instance applies it: the stored offsets count.
 */
@ApplicationScoped
class CatchUp {

    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Generations generations;
    private final StoredOffsets offsets;
    private final TopicEnds ends;
    private boolean done;
    private TopicEnds.Ends target;

    CatchUp(Generations generations, StoredOffsets offsets, TopicEnds ends) {
        this.generations = generations;
        this.offsets = offsets;
        this.ends = ends;
    }

    synchronized void restart(@Observes TablesRestored restored) {
        done = false;
        target = null;
    }

    /** What keeps the totals from being shown as they are; empty if nothing does, and from then on. */
    synchronized Optional<String> lacks() {
        if (done) {
            return Optional.empty();
        }
        try {
            Integer serving = generations.serving().orElse(null);
            TopicEnds.Ends now = ends.get().orElse(null);
            // Other checks say why there is none.
            if (serving == null || now == null) {
                return Optional.empty();
            }
            boolean isNew = target == null || !target.topicId().equals(now.topicId());
            target = isNew ? now : target;
            long lacking = offsets.lag(serving, target.topicId(), target.offsets());
            done = lacking == 0;
            if (isNew && !done) {
                LOG.infof("The totals lack %d records of the topic: not ready until they have them", lacking);
            }
            return done
                    ? Optional.empty()
                    : Optional.of("%d records that the topic has had since the start".formatted(lacking));
        } catch (RuntimeException e) {
            return Optional.of("the stored offsets: " + FailureText.reason(e));
        }
    }
}
