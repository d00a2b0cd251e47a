package io.huizong.aggregation.feed;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.PublishedRollup;
import io.huizong.aggregation.rollup.UnpublishedRollups;
import io.huizong.contract.division.Level;

/**
 * Publishes the unpublished rollups of the serving generation, some at a time: with the lease it reads what they say, sends that,
 * waits until the brokers have it, notes them as published and commits. A crash at any point leaves them unpublished, and as
 * leases follow each other, nobody sends something older after something newer.
 *
 * <p>Then all instances rest, so that a busy rollup is published some times a second: four times as long as that took, or
 * nine times while more is changed than one page publishes, since then reports wait to be applied, which have the larger
 * part of the machine. When they are applied, the rollups that are left are published without a rest.
 */
@ApplicationScoped
class OutboxPublisher {

    /** Rollups of one level in one page. */
    private static final int PAGE_SIZE = 100;

    private static final int REST = 4;
    private static final int REST_WHILE_REPORTS_WAIT = 9;
    private static final Duration MIN_REST = Duration.ofMillis(100);

    /**
     * What comes after some rollups of each level.
     *
     * @param next by level the key to go on after; a level without one has no more
     * @param rest how long to wait before going on
     */
    record OutboxPage(Map<Level, GenerationKey> next, Duration rest) {}

    private final OutboxLease lease;
    private final Generations generations;
    private final UnpublishedRollups unpublished;
    private final RollupChanges topic;

    /**
     * Sent in a page that failed. They may still arrive after what another instance has published since, so they are
     * published again, changed or not; a broker accepts nothing from a producer that is older than its last record.
     */
    private final Set<GenerationKey> inDoubt = ConcurrentHashMap.newKeySet();

    private final AtomicInteger published = new AtomicInteger();

    OutboxPublisher(OutboxLease lease, Generations generations, UnpublishedRollups unpublished, RollupChanges topic) {
        this.lease = lease;
        this.generations = generations;
        this.unpublished = unpublished;
        this.topic = topic;
    }

    /** Whether there is anything to publish, and the serving generation has the files of this instance. */
    @Transactional
    boolean isNeeded() {
        Optional<Integer> serving = generations.serving();
        return serving.isPresent() && (!inDoubt.isEmpty() || unpublished.exist(serving.get()));
    }

    /**
     * Publishes what was sent in failed pages, and unpublished rollups, some of each level; nothing without the lease.
     *
     * @param after by level the key to begin after; a level without one begins at the first
     */
    OutboxPage publish(Map<Level, GenerationKey> after) {
        Map<GenerationKey, PublishedRollup> sent = new LinkedHashMap<>();
        try {
            OutboxPage page = QuarkusTransaction.requiringNew().call(() -> {
                Duration wait = lease.take();
                return wait.isZero() ? publish(serving(), after, sent) : new OutboxPage(after, wait);
            });
            inDoubt.removeIf(doubtful -> sent.keySet().stream().anyMatch(doubtful::isSamePlace));
            return page;
        } catch (RuntimeException e) {
            inDoubt.addAll(sent.keySet());
            throw e;
        }
    }

    /** Not locked: who waits for its lock would wait for the brokers too. */
    private int serving() {
        return generations
                .serving()
                .orElseThrow(() -> new IllegalStateException("the serving generation has other files"));
    }

    /** The generation of which this instance has published rollups since the last call, perhaps in vain; 0 if it has not. */
    int takePublished() {
        return published.getAndSet(0);
    }

    private OutboxPage publish(
            int generation, Map<Level, GenerationKey> after, Map<GenerationKey, PublishedRollup> sent) {
        long began = System.nanoTime();
        published.set(generation);
        Set<GenerationKey> doubtful = inDoubt.stream()
                .map(id -> new GenerationKey(generation, id.period(), id.jurisdiction()))
                .collect(toSet());
        unpublished.read(doubtful).forEach(rollup -> sent.put(rollup.id(), rollup));
        Map<Level, GenerationKey> next = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            List<PublishedRollup> some = unpublished.read(generation, level, after.get(level), PAGE_SIZE);
            some.forEach(rollup -> sent.put(rollup.id(), rollup));
            if (some.size() == PAGE_SIZE) {
                next.put(level, some.get(PAGE_SIZE - 1).id());
            }
        }
        topic.send(sent.values());
        boolean changeMeanwhile = unpublished.clear(generation, sent.values());
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        Duration rest = rest(taken, !next.isEmpty(), changeMeanwhile);
        lease.rest(rest);
        return new OutboxPage(next, rest);
    }

    /**
     * How long to pause after a page.
     *
     * @param taken how long it took
     * @param areLeft whether there are more unpublished rollups than it has published
     * @param changeMeanwhile whether any that it has published has changed since
     */
    static Duration rest(Duration taken, boolean areLeft, boolean changeMeanwhile) {
        if (areLeft && !changeMeanwhile) {
            return Duration.ZERO;
        }
        Duration rest = taken.multipliedBy(areLeft ? REST_WHILE_REPORTS_WAIT : REST);
        return Collections.max(List.of(MIN_REST, Collections.min(List.of(rest, OutboxLease.MAX_REST))));
    }
}
