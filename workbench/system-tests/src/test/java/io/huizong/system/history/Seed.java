package io.huizong.system.history;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What the random choices of a test follow from: always the same number in a build, so that a build that fails fails again; each
 * time another in the long form of the test; and the one that is given in any case.
 */
public final class Seed {

    private static final long OF_BUILDS = 18;
    // Digits that fit a command line without a sign.
    private static final long LIMIT = 1_000_000_000;

    private Seed() {}

    /**
     * The seed of a run.
     *
     * @param property names a seed that is given
     * @param isLong whether the test runs in its long form
     */
    public static long of(String property, boolean isLong) {
        return Long.getLong(property, isLong ? ThreadLocalRandom.current().nextLong(LIMIT) : OF_BUILDS);
    }
}
