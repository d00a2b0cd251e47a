package io.huizong.system.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.huizong.local.LocalServers;
import io.huizong.system.history.Seed;

/**
 * How much is to happen.
 *
 * @param events how many records are written at least
 * @param killsAtEachPoint kills at each fault point
 * @param killsAnywhere kills at random moments
 * @param restarts of the database, and as many of the broker
 */
record CrashPlan(long seed, int events, int killsAtEachPoint, int killsAnywhere, int restarts) {

    static CrashPlan fromSystemProperties() {
        boolean isLong = Boolean.getBoolean("crash.long");
        long seed = Seed.of("crash.seed", isLong);
        return isLong ? new CrashPlan(seed, 20_000, 6, 10, 2) : new CrashPlan(seed, 1_500, 1, 1, 1);
    }

    /** All blows in random order; servers that were there before are not restarted. */
    List<Blow> blows(LocalServers servers, Random random) {
        List<Blow> blows = new ArrayList<>();
        blows.addAll(Collections.nCopies(killsAtEachPoint, Blow.KILL_BETWEEN_WRITE_AND_COMMIT));
        blows.addAll(Collections.nCopies(killsAtEachPoint, Blow.KILL_BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT));
        blows.addAll(Collections.nCopies(killsAnywhere, Blow.KILL_ANYWHERE));
        blows.addAll(Collections.nCopies(servers.ownsDatabase() ? restarts : 0, Blow.RESTART_DATABASE));
        blows.addAll(Collections.nCopies(servers.ownsKafka() ? restarts : 0, Blow.RESTART_BROKER));
        Collections.shuffle(blows, random);
        return blows;
    }
}
