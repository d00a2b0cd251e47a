package io.huizong.aggregation.changes;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 *
 * <p>Then all instances rest, so that a busy rollup is published some times a second: four times as long as that took, or
 * nine times while more is changed than one share publishes, since then reports wait to be applied, which have the larger
 * part of the machine. When they are applied, the marks that are left are published without a rest.
 */
@ApplicationScoped
class Publisher {

    /** Of one level in one turn. */
    private static final int MOST = 100;

    private static final int REST = 4;
    private static final int REST_WHILE_REPORTS_WAIT = 9;
    private static final Duration SHORTEST_REST = Duration.ofMillis(100);

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
     * Publishes what was sent in turns that failed, and marked rollups, some of each level; nothing if it is not this
     * instance's turn.
     *
     * @param after by level the place to begin after; a level without one begins at the first
     */
    Share publish(Map<Level, Place> after) {
        Map<Place, RollupView> sent = new LinkedHashMap<>();
        try {
            Share share = QuarkusTransaction.requiringNew().call(() -> {
                Duration wait = turn.take();
                return wait.isZero() ? publish(after, sent) : new Share(after, wait);
            });
            inDoubt.removeAll(sent.keySet());
            return share;
        } catch (RuntimeException e) {
            inDoubt.addAll(sent.keySet());
            throw e;
        }
    }

    private Share publish(Map<Level, Place> after, Map<Place, RollupView> sent) {
        long began = System.nanoTime();
        int generation = generations.serving();
        List<Place> doubtful = List.copyOf(inDoubt);
        List<RollupView> again = rollups.read(generation, doubtful);
        for (int number = 0; number < doubtful.size(); number++) {
            sent.put(doubtful.get(number), again.get(number));
        }
        Map<Level, Place> next = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            Map<Place, RollupView> some = marks.read(generation, level, after.get(level), MOST);
            sent.putAll(some);
            if (some.size() == MOST) {
                next.put(level, List.copyOf(some.keySet()).get(MOST - 1));
            }
        }
        topic.send(sent);
        boolean changeMeanwhile = marks.clear(generation, sent);
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        Duration rest = rest(taken, !next.isEmpty(), changeMeanwhile);
        turn.rest(rest);
        return new Share(next, rest);
    }

    /**
     * How long to rest after a share.
     *
     * @param taken how long it took
     * @param areLeft whether there are more marked rollups than it has published
     * @param changeMeanwhile whether any that it has published has changed since
     */
    static Duration rest(Duration taken, boolean areLeft, boolean changeMeanwhile) {
        if (areLeft && !changeMeanwhile) {
            return Duration.ZERO;
        }
        Duration rest = taken.multipliedBy(areLeft ? REST_WHILE_REPORTS_WAIT : REST);
        return Collections.max(List.of(SHORTEST_REST, Collections.min(List.of(rest, Turn.LONGEST_REST))));
    }
}
