package io.huizong.aggregation.changes;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

    /** Of one level in one turn. */
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
    @Transactional
    boolean isNeeded() {
        return !inDoubt.isEmpty() || marks.exist(generations.serving());
    }

    /**
     * Publishes marked rollups, some of each level.
     *
     * @param after by level the place to begin after; a level without one begins at the first
     * @return by level the place to go on after; a level without one has no more
     */
    Map<Level, Place> publish(Map<Level, Place> after) {
        Map<Level, Place> next = new EnumMap<>(Level.class);
        publish(generation -> {
            Map<Place, RollupView> chosen = new LinkedHashMap<>();
            for (Level level : Level.values()) {
                Map<Place, RollupView> some = marks.read(generation, level, after.get(level), MOST);
                chosen.putAll(some);
                if (some.size() == MOST) {
                    next.put(level, List.copyOf(some.keySet()).get(MOST - 1));
                }
            }
            return chosen;
        });
        return next;
    }

    /** Publishes what was sent in turns that failed. */
    void publishInDoubt() {
        Set<Place> places = Set.copyOf(inDoubt);
        if (!places.isEmpty()) {
            publish(generation -> places.stream().collect(toMap(identity(), place -> rollups.read(generation, place))));
        }
    }

    private void publish(IntFunction<Map<Place, RollupView>> choice) {
        Map<Place, RollupView> sent = new HashMap<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                turn.take();
                int generation = generations.serving();
                Map<Place, RollupView> chosen = choice.apply(generation);
                sent.putAll(chosen);
                topic.send(chosen);
                marks.clear(generation, chosen);
            });
            inDoubt.removeAll(sent.keySet());
        } catch (RuntimeException e) {
            inDoubt.addAll(sent.keySet());
            throw e;
        }
    }
}
