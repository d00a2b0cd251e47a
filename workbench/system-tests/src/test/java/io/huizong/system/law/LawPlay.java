package io.huizong.system.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.huizong.system.instances.AggregationInstance;

/** What happens to the instances, their database and their log, step by step. */
final class LawPlay {

    private static final int MORE = 30;
    private static final Duration NOTICED = Duration.ofSeconds(10);
    private static final Duration REBUILT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final LawPlan plan;
    private final LawRun run;
    private Duration longest = Duration.ZERO;
    private DatabaseDump beforeSwitch;

    LawPlay(LawPlan plan, LawRun run) {
        this.plan = plan;
        this.run = run;
    }

    /** The longest time that totals were wrong after the database had gone back. */
    Duration longest() {
        return longest;
    }

    /** The database goes back in every way that is planned for the files of the edition of that number. */
    void putBackAll(int number) throws Exception {
        for (PutBack how : plan.putBacks().get(number)) {
            if (how == PutBack.BEFORE_SWITCH) {
                putBackBeforeSwitch();
            } else {
                putBack(how);
            }
        }
    }

    private void putBack(PutBack how) throws Exception {
        DatabaseDump dump = run.dump();
        if (how == PutBack.BUSY || plan.isLong()) {
            run.fleet().kill(run.random());
        }
        run.write(plan.share());
        run.fleet().awaitReady(run.edition());
        run.awaitRight("before it goes back", REBUILT);
        if (how != PutBack.TABLE_BY_TABLE) {
            dump.load();
        }
        if (how == PutBack.DURING_REBUILD) {
            beginRebuild();
        }
        try (FreshnessWatch watch =
                new FreshnessWatch(run.fleet().all(), run.stage().admin())) {
            AggregationInstance one = any();
            if (how == PutBack.TABLE_BY_TABLE) {
                dump.loadOver();
            } else {
                dump.putBack(how == PutBack.CUT_OFF);
            }
            // While it is filled again: every total that there ever was comes by.
            CompletableFuture<Void> asked =
                    CompletableFuture.runAsync(() -> run.tagged().verify(List.of(one)));
            if (how == PutBack.BUSY) {
                run.write(MORE);
            }
            Duration took = run.awaitRight("put back " + how, LawRun.HEALED);
            asked.join();
            longest = took.compareTo(longest) > 0 ? took : longest;
            System.out.printf(
                    "Put back %s: right after %d ms; %d instances said that they were not ready, %d that they lacked something%n",
                    how, took.toMillis(), watch.down(), watch.behind());
            assertThat(watch.down())
                    .as("instances that were not ready, %s", how)
                    .isPositive();
            assertThat(watch.behind()).as("instances that told a lag, %s", how).isPositive();
        }
        verifyTags();
    }

    /** Nobody has the files of the generation that serves then: those with newer ones build theirs again. */
    private void putBackBeforeSwitch() throws Exception {
        beforeSwitch.load();
        beforeSwitch.putBack(false);
        Duration took = run.awaitRight("put back to before the newest files", REBUILT);
        System.out.printf("Put back to before the newest files: right after %d ms%n", took.toMillis());
        verifyTags();
    }

    /** Gives all instances the newer files, one after another, while records go on coming. */
    void rollTo(Edition newer) throws Exception {
        beforeSwitch = run.dump();
        replace(0, newer);
        if (plan.isLong()) {
            killWhileItBuilds(run.fleet().with(newer).get(0));
        }
        run.write(plan.share());
        run.fleet().awaitReady(newer);
        run.changeTo(newer);
        // The old ones are still there, and apply nothing any more.
        run.write(plan.share());
        run.awaitRight("beside instances with older files", REBUILT);
        verifyTags();
        for (int place = 1; place < Fleet.SIZE; place++) {
            replace(place, newer);
            run.write(plan.share());
            if (plan.isLong()) {
                run.fleet().awaitReady(newer);
            }
        }
        run.fleet().awaitReady(newer);
        run.awaitRight("with " + newer, REBUILT);
        verifyTags();
    }

    private void replace(int place, Edition newer) throws IOException {
        boolean kill = run.random().nextBoolean();
        run.fleet().replace(place, newer, kill);
    }

    private void killWhileItBuilds(AggregationInstance builder) throws Exception {
        await("a moment to kill")
                .atMost(REBUILT)
                .pollInterval(LOOK)
                .until(() -> run.rebuilt().orElse(0L) > 0 || builder.isUp());
        builder.kill();
        builder.start();
    }

    /** The log is lost and comes back as another one. */
    void replaceLog() throws Exception {
        // So that the log before ended with what is no record.
        run.log().abort(run.history().next(LogTopic.PARTITIONS));
        run.awaitRight("before the log is lost", REBUILT);
        List<LoggedRecord> records = run.log().read();
        String id = run.log().topic().id();
        run.log().topic().delete();
        await("all instances to miss the log")
                .atMost(NOTICED)
                .pollInterval(LOOK)
                .until(() -> run.fleet().isDown());
        run.log().restore(records);
        assertThat(run.log().topic().id()).isNotEqualTo(id);
        Duration took = run.awaitRight("with another log", LawRun.HEALED);
        System.out.printf("Another log of %d records: right after %d ms%n", records.size(), took.toMillis());
        run.write(MORE);
        run.awaitRight("with more records in the other log", LawRun.HEALED);
        verifyTags();
    }

    /** All totals are built anew. */
    void rebuild() throws Exception {
        int before = run.generation();
        beginRebuild();
        run.awaitRight("rebuilt", REBUILT);
        assertThat(run.generation()).as("serving generation").isGreaterThan(before);
        verifyTags();
    }

    private void beginRebuild() throws Exception {
        assertThat(any().post("/maintenance/rebuild", run.stage().admin()).statusCode())
                .as("status of a rebuild")
                .isEqualTo(202);
    }

    /** The schema is made anew, empty. */
    void refill() throws Exception {
        if (plan.refillRunning()) {
            empty();
        } else {
            run.fleet().restart(this::empty);
        }
        Duration took = run.awaitRight("refilled", REBUILT);
        System.out.printf(
                "Refilled from nothing by %s services: right after %d ms%n",
                plan.refillRunning() ? "running" : "restarted", took.toMillis());
        verifyTags();
    }

    private void empty() throws Exception {
        try (Connection connection = run.stage().connection();
                var statement = connection.createStatement()) {
            statement.execute("drop database " + run.stage().schema());
            statement.execute("create database %s character set utf8mb4"
                    .formatted(run.stage().schema()));
        }
    }

    private AggregationInstance any() {
        List<AggregationInstance> instances = run.fleet().with(run.edition());
        return instances.get(run.random().nextInt(instances.size()));
    }

    private void verifyTags() {
        run.tagged().verify(run.fleet().all());
    }
}
