package io.huizong.system.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.huizong.system.history.Seed;

/**
 * How much is to happen.
 *
 * @param records how many are written, about
 * @param isLong whether the catalog changes first and then the tree, each by a rolling restart, instead of both at once; and
 *     whether instances are killed all the time, also in the midst of a rebuild
 * @param putBacks how the database goes back under the files of each edition, in this order
 * @param refillRunning whether the schema is emptied under running services, or while they are stopped
 */
record LawPlan(long seed, int records, boolean isLong, List<List<PutBack>> putBacks, boolean refillRunning) {

    private static final int SHORT = 1_000;
    private static final int LONG = 20_000;

    static LawPlan fromSystemProperties() {
        boolean isLong = Boolean.getBoolean("law.long");
        long seed = Seed.of("law.seed", isLong);
        return isLong
                ? new LawPlan(seed, LONG, true, manyPutBacks(new Random(seed)), new Random(seed).nextBoolean())
                : new LawPlan(
                        seed,
                        SHORT,
                        false,
                        List.of(
                                List.of(PutBack.QUIET, PutBack.BUSY),
                                List.of(PutBack.TABLE_BY_TABLE, PutBack.DURING_REBUILD)),
                        true);
    }

    private static List<List<PutBack>> manyPutBacks(Random random) {
        return List.of(
                shuffled(
                        random,
                        PutBack.QUIET,
                        PutBack.BUSY,
                        PutBack.TABLE_BY_TABLE,
                        PutBack.CUT_OFF,
                        PutBack.DURING_REBUILD),
                shuffled(random, PutBack.QUIET, PutBack.BUSY, PutBack.TABLE_BY_TABLE),
                shuffled(random, PutBack.BEFORE_SWITCH, PutBack.QUIET, PutBack.CUT_OFF, PutBack.DURING_REBUILD));
    }

    private static List<PutBack> shuffled(Random random, PutBack... all) {
        List<PutBack> shuffled = new ArrayList<>(List.of(all));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** How many records each step writes. */
    int share() {
        int restores = putBacks.stream().mapToInt(List::size).sum();
        int rolls = putBacks.size() - 1;
        int begin = 1;
        return records / (begin + restores + rolls * (Fleet.SIZE + 1));
    }

    @Override
    public String toString() {
        return "about %d records, the database put back %s".formatted(records, putBacks);
    }
}
