package io.huizong.system.law;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.huizong.local.Stage;
import io.huizong.system.instances.AggregationInstance;

/** Three instances, each with the files of some edition. */
final class Fleet implements AutoCloseable {

    static final int SIZE = 3;

    private static final Map<String, String> SETTINGS = Map.of(
            // As soon as the broker allows, others take over from a dead instance.
            "mp.messaging.incoming.reports.session.timeout.ms",
            "6000",
            "mp.messaging.incoming.reports.heartbeat.interval.ms",
            "1500",
            // Many transactions, hence many moments to die in.
            "mp.messaging.incoming.reports.max.poll.records",
            "20",
            "huizong.rebuilds.check-interval",
            "2s");

    private final Stage stage;
    private final List<Member> members = new ArrayList<>();

    private record Member(AggregationInstance instance, Edition edition) {}

    /** Instances that are starting. */
    Fleet(Stage stage, Edition edition) throws IOException {
        this.stage = stage;
        for (int place = 0; place < SIZE; place++) {
            members.add(started(edition));
        }
    }

    private Member started(Edition edition) throws IOException {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(edition.settings());
        AggregationInstance instance = new AggregationInstance(stage, settings);
        instance.start();
        return new Member(instance, edition);
    }

    List<AggregationInstance> all() {
        return members.stream().map(Member::instance).toList();
    }

    /** Those with the files of that edition. */
    List<AggregationInstance> with(Edition edition) {
        return members.stream()
                .filter(member -> member.edition().equals(edition))
                .map(Member::instance)
                .toList();
    }

    /** Returns when all with the files of that edition are ready. */
    void awaitReady(Edition edition) {
        with(edition).forEach(AggregationInstance::awaitReady);
    }

    /** Whether all with the files of that edition say that they are ready now. */
    boolean isUp(Edition edition) {
        return with(edition).stream().allMatch(AggregationInstance::isUp);
    }

    /** Whether none says that it is ready now. */
    boolean isDown() {
        return all().stream().noneMatch(AggregationInstance::isUp);
    }

    /** Kills one as it stands, and starts it again. */
    void kill(Random random) throws IOException {
        AggregationInstance victim = members.get(random.nextInt(SIZE)).instance();
        victim.kill();
        victim.start();
    }

    /** Starts an instance with the files of that edition in place of another, which is stopped, or killed. */
    void replace(int place, Edition edition, boolean kill) throws IOException {
        AggregationInstance old = members.get(place).instance();
        if (kill) {
            old.kill();
        } else {
            old.stop();
        }
        members.set(place, started(edition));
    }

    /** Stops all of them and starts them again when that has been done meanwhile. */
    void restart(Meanwhile meanwhile) throws Exception {
        all().forEach(AggregationInstance::stop);
        meanwhile.run();
        for (AggregationInstance instance : all()) {
            instance.start();
        }
    }

    interface Meanwhile {
        void run() throws Exception;
    }

    @Override
    public void close() {
        all().forEach(AggregationInstance::close);
    }
}
