package io.huizong.system.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import io.huizong.local.LocalServers;
import io.huizong.local.Stage;
import io.huizong.system.history.RandomSubmissions;
import io.huizong.system.instances.ReportsLog;
import io.huizong.system.stored.StoredTables;

/** Three instances that apply a history while blow upon blow falls on them and their servers. */
final class CrashRun implements AutoCloseable {

    private static final int INSTANCES = 3;
    private static final int REFILL = 40;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final LocalServers servers = LocalServers.named("crash");
    private final Stage stage = new Stage(servers);
    private final ReportsLog log = new ReportsLog(stage);
    private final List<Victim> instances = new ArrayList<>();
    private final Map<Blow, Integer> struck = new EnumMap<>(Blow.class);
    private final CrashPlan plan;
    private final RandomSubmissions history;
    private final Random random;

    CrashRun(CrashPlan plan, RandomSubmissions history) throws IOException {
        this.plan = plan;
        this.history = history;
        this.random = new Random(plan.seed());
        for (int number = 1; number <= INSTANCES; number++) {
            Victim instance = new Victim(stage);
            instance.start();
            instances.add(instance);
        }
    }

    Stage stage() {
        return stage;
    }

    LocalServers servers() {
        return servers;
    }

    List<Victim> instances() {
        return instances;
    }

    /** How often each blow fell while records were waiting. */
    Map<Blow, Integer> struck() {
        return struck;
    }

    /** Returns when all blows have fallen, everything is applied and every change published. */
    void run() throws Exception {
        instances.forEach(Victim::awaitReady);
        List<Blow> blows = plan.blows(servers, random);
        int share = plan.events() / (blows.size() + 1);
        for (Blow blow : blows) {
            publish(share);
            strike(blow);
        }
        publish(Math.max(share, plan.events() - history.events().size()));
        instances.forEach(Victim::awaitReady);
        await("everything to be applied").atMost(TIMEOUT).until(() -> waiting() == 0);
        awaitPublished();
        instances.forEach(Victim::awaitReady);
    }

    private void awaitPublished() {
        await("every change to be published").atMost(TIMEOUT).until(() -> unpublished() == 0);
    }

    /**
     * Has all totals rebuilt by an instance that is killed midway.
     *
     * @param meanwhile what must hold while nobody has gone on with it
     */
    void rebuild(Check meanwhile) throws Exception {
        Victim builder = instances.get(0);
        boolean midway;
        do {
            builder.instance().post("/maintenance/rebuild", stage.admin());
            await("a moment to kill")
                    .atMost(TIMEOUT)
                    .pollInterval(MOMENT)
                    .until(() -> rebuilt().isEmpty() || rebuilt().get() > 0);
            builder.kill();
            midway = rebuilt().isPresent();
            if (midway) {
                meanwhile.run();
            }
            builder.start();
            builder.awaitReady();
            await("the rebuild to be finished").atMost(TIMEOUT).until(() -> rebuilt()
                    .isEmpty());
        } while (!midway);
        awaitPublished();
    }

    interface Check {
        void run() throws Exception;
    }

    /** Lets a blow fall until it falls while records are waiting. */
    private void strike(Blow blow) throws Exception {
        boolean met;
        do {
            met = switch (blow) {
                case KILL_BETWEEN_WRITE_AND_COMMIT -> killAt(FaultPoint.BETWEEN_WRITE_AND_COMMIT);
                case KILL_BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT -> killAt(FaultPoint.BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT);
                case KILL_ANYWHERE -> killAnywhere();
                case RESTART_DATABASE -> restartDatabase();
                case RESTART_BROKER -> restartBroker();
            };
        } while (!met);
        struck.merge(blow, 1, Integer::sum);
    }

    private boolean killAt(FaultPoint point) throws Exception {
        Victim instance = any();
        CompletableFuture<Void> dead = instance.killAt(point);
        while (!dead.isDone()) {
            publish(REFILL);
            await("a kill " + point).atMost(TIMEOUT).until(() -> dead.isDone() || waiting() == 0);
        }
        boolean met = waiting() > 0;
        instance.start();
        return met;
    }

    private boolean killAnywhere() throws Exception {
        Victim instance = any();
        publish(REFILL);
        long left = random.nextLong(REFILL);
        await("a moment to kill").atMost(TIMEOUT).until(() -> waiting() <= left);
        instance.kill();
        boolean met = waiting() > 0;
        instance.start();
        return met;
    }

    private boolean restartDatabase() throws Exception {
        servers.stopDatabase();
        publish(REFILL);
        servers.startDatabase();
        return true;
    }

    private boolean restartBroker() throws Exception {
        publish(REFILL);
        long end = sum(log.ends());
        servers.stopKafka();
        boolean met = end > sum(positions());
        servers.startKafka();
        return met;
    }

    /** One of the instances, running; the others may run too, or be starting still. */
    private Victim any() throws IOException {
        if (random.nextInt(3) == 0) {
            instances.forEach(Victim::awaitReady);
        }
        List<Victim> shuffled = new ArrayList<>(instances);
        Collections.shuffle(shuffled, random);
        for (Victim instance : shuffled) {
            if (instance.isReady()) {
                return instance;
            }
        }
        shuffled.get(0).awaitReady();
        return shuffled.get(0);
    }

    private void publish(int count) throws Exception {
        log.publish(history.next(count));
    }

    /** How many records wait to be applied. */
    private long waiting() throws Exception {
        return sum(log.ends()) - sum(positions());
    }

    private Map<Integer, Long> positions() throws SQLException {
        try (Connection connection = stage.connection()) {
            return new StoredTables(connection).positions();
        }
    }

    /** How many records the rebuild under way has taken in; empty if none is under way. */
    private Optional<Long> rebuilt() throws SQLException {
        try (Connection connection = stage.connection()) {
            return new StoredTables(connection).rebuilt();
        }
    }

    private int unpublished() throws SQLException {
        try (Connection connection = stage.connection()) {
            return new StoredTables(connection).unpublished().size();
        }
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Victim instance : instances) {
            instance.close();
        }
        log.close();
        stage.close();
    }
}
