package io.huizong.system.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.Stage;
import io.huizong.system.history.Place;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.stored.StoredTables;

/** Three instances that apply a history, and what it takes to see whether they hold what they must. */
final class LawRun implements AutoCloseable {

    /** So long what is stored may differ from the law without a person doing anything. */
    static final Duration HEALED = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int MAX_AT_ONCE = 40;

    private final Stage stage = new Stage();
    private final Random random;
    private final Path folder;
    private final LawHistory history;
    private final LawLog log;
    private final Fleet fleet;
    private final TaggedAnswers tagged;
    private Edition edition;
    private int dumps;

    LawRun(LawPlan plan, Edition first, Path folder) throws IOException {
        this.random = new Random(plan.seed());
        this.folder = folder;
        this.edition = first;
        this.history = new LawHistory(plan.seed(), first);
        this.fleet = new Fleet(stage, first);
        fleet.awaitReady(first);
        this.log = new LawLog(stage, history);
        this.tagged = new TaggedAnswers(AskedPaths.all(), stage.admin(), plan.seed(), fleet::all);
    }

    Stage stage() {
        return stage;
    }

    Random random() {
        return random;
    }

    LawHistory history() {
        return history;
    }

    LawLog log() {
        return log;
    }

    Fleet fleet() {
        return fleet;
    }

    TaggedAnswers tagged() {
        return tagged;
    }

    /** The newest files that any instance has. */
    Edition edition() {
        return edition;
    }

    /** From now on what is stored has to be what it is with these files. */
    void changeTo(Edition newer) {
        edition = newer;
    }

    /** Writes so many records; those of a transaction that is taken back are among them. */
    void write(int count) throws Exception {
        int left = count;
        while (left > 0) {
            List<LawRecord> records = history.next(Math.min(left, 1 + random.nextInt(MAX_AT_ONCE)));
            left -= records.size();
            switch (random.nextInt(6)) {
                case 0 -> log.abort(records);
                case 1 -> {
                    int half = records.size() / 2;
                    log.commit(records.subList(0, half), records.subList(half, records.size()));
                }
                case 2 -> log.commit(records, List.of());
                default -> log.publish(records);
            }
        }
    }

    /** The database as it is now. */
    DatabaseDump dump() throws IOException {
        dumps++;
        return DatabaseDump.of(stage, folder.resolve("dump-%d.sql".formatted(dumps)));
    }

    /**
     * Returns how long it took until everything was taken in and the instances with the newest files were ready; then all that
     * is stored and shown must be right.
     */
    Duration awaitRight(String when, Duration limit) throws Exception {
        long from = System.nanoTime();
        await("all totals to be right, " + when)
                .atMost(limit)
                .pollInterval(LOOK)
                .ignoreExceptionsMatching(LawRun::isPassing)
                .until(() -> isTakenIn() && fleet.isUp(edition));
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        assertStored(when);
        return took;
    }

    /** A schema that is not there yet, a topic whose leader is not known yet. */
    private static boolean isPassing(Throwable thrown) {
        return thrown instanceof SQLException || thrown instanceof ExecutionException;
    }

    private boolean isTakenIn() throws Exception {
        try (Connection connection = stage.connection()) {
            StoredTables stored = new StoredTables(connection);
            return stored.rebuilt().isEmpty()
                    && stored.positions(log.topic().id()).equals(log.topic().ends());
        }
    }

    private void assertStored(String when) throws Exception {
        Expectation expected = new Expectation(log.read(), edition);
        try (Connection connection = stage.connection()) {
            new StoredVerdict(expected, when)
                    .assertRight(connection, log.topic().id());
        }
        new ShownVerdict(stage, edition, expected, when).assertShown(fleet.with(edition));
    }

    /** Everything must be right, stored, shown, published and answered; gives what is published. */
    Map<Place, JsonNode> assertAllRight(String when) throws Exception {
        awaitRight(when, TIMEOUT);
        await("every change to be published, " + when).atMost(TIMEOUT).until(() -> unpublished() == 0);
        Expectation expected = new Expectation(log.read(), edition);
        List<AggregationInstance> instances = fleet.with(edition);
        AggregationInstance any = instances.get(random.nextInt(instances.size()));
        new AnsweredVerdict(any, stage.admin(), expected, when).assertRight();
        Map<Place, JsonNode> published = new ShownVerdict(stage, edition, expected, when).assertPublished(any);
        assertThat(published).as("rollups in the topic, %s", when).isNotEmpty();
        System.out.printf(
                "Right %s: %d records, %d submissions, %d rollups, %d unreadable, %d current reports with something not counted%n",
                when,
                expected.records(),
                expected.history().outcomes().size(),
                published.size(),
                expected.unreadable().size(),
                expected.uncounted().size());
        return published;
    }

    /** How many records the generation that is being built has taken in; empty if none is being built. */
    Optional<Long> rebuilt() throws SQLException {
        try (Connection connection = stage.connection()) {
            return new StoredTables(connection).rebuilt();
        }
    }

    /** The number of the serving generation. */
    int generation() throws SQLException {
        try (Connection connection = stage.connection()) {
            return new StoredTables(connection).generation();
        }
    }

    private int unpublished() throws SQLException {
        try (Connection connection = stage.connection()) {
            return new StoredTables(connection).unpublished().size();
        }
    }

    @Override
    public void close() throws SQLException {
        tagged.close();
        fleet.close();
        log.close();
        stage.close();
    }
}
