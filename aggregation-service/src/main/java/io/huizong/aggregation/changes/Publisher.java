package io.huizong.aggregation.changes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.rollup.MarkedRollups;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.contract.division.Level;

/**
 * Publishes marked rollups of the serving generation, some at a time: in its turn it reads what they say, sends that, waits
 * until the brokers have it, clears the marks and commits. A crash at any point leaves the marks, and as turns follow each
 * other, nobody sends something older after something newer.
 */
@ApplicationScoped
class Publisher {

    private static final int MOST = 100;

    private final Turn turn;
    private final Generations generations;
    private final MarkedRollups marks;
    private final RollupReader rollups;
    private final RollupChanges topic;

    /**
     * Sent in a turn that failed. They may still arrive after what another instance has published since, so they are
     * published again whether marked or not; a broker takes nothing from a producer that is older than what it sent last.
     */
    private final Set<Place> inDoubt = ConcurrentHashMap.newKeySet();

    Publisher(Turn turn, Generations generations, MarkedRollups marks, RollupReader rollups, RollupChanges topic) {
        this.turn = turn;
        this.generations = generations;
        this.marks = marks;
        this.rollups = rollups;
        this.topic = topic;
    }

    /** Whether there is anything to publish. */
    boolean isNeeded() {
        return !inDoubt.isEmpty() || marks.exist(generations.serving());
    }

    /**
     * Publishes marked rollups of that level.
     *
     * @param after the place to begin after; null to begin at the first
     * @return the place to go on after; null if no more are left
     */
    Place publish(Level level, Place after) {
        Map<Place, RollupView> published = publish(generation -> marks.read(generation, level, after, MOST));
        return published.size() < MOST ? null : List.copyOf(published.keySet()).get(MOST - 1);
    }

    /** Publishes what was sent in turns that failed. */
    void publishInDoubt() {
        Set<Place> places = Set.copyOf(inDoubt);
        if (!places.isEmpty()) {
            publish(generation -> places.stream().collect(toMap(identity(), place -> rollups.read(generation, place))));
        }
    }

    private Map<Place, RollupView> publish(IntFunction<Map<Place, RollupView>> choice) {
        Map<Place, RollupView> sent = new HashMap<>();
        try {
            Map<Place, RollupView> published = QuarkusTransaction.requiringNew().call(() -> {
                turn.take();
                int generation = generations.serving();
                Map<Place, RollupView> chosen = choice.apply(generation);
                sent.putAll(chosen);
                topic.send(chosen);
                marks.clear(generation, chosen);
                return chosen;
            });
            inDoubt.removeAll(sent.keySet());
            return published;
        } catch (RuntimeException e) {
            inDoubt.addAll(sent.keySet());
            throw e;
        }
    }
}
