package io.huizong.aggregation.changes;

import java.time.Duration;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.place.Place;
import io.huizong.contract.division.Level;

/**
 * Goes through the levels from the top and gives each a share, going on where it stopped the last time: while the reports
 * of a country wait to be published, the root shows in every pass how far they are, and nothing is passed over for ever.
 * Not thread-safe.
 */
@ApplicationScoped
class Pass {

    private final Publisher publisher;
    private Map<Level, Place> reached = Map.of();

    Pass(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Whether there is anything to publish. */
    boolean isNeeded() {
        return publisher.isNeeded();
    }

    /**
     * Publishes a share of each level's marked rollups, unless it is not this instance's turn.
     *
     * @return how long to wait before the next
     */
    Duration go() {
        Share share = publisher.publish(reached);
        reached = share.next();
        return share.rest();
    }
}
