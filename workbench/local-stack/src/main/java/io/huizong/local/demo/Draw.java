package io.huizong.local.demo;

import java.util.Random;

/**
 * Chance that is the same in each run: what is drawn depends on nothing but the key. So a fact can be drawn wherever it
 * is needed, and a row more in a table leaves all other rows' draws as they are.
 */
final class Draw {

    private static final long SEED = 20_190_101;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    /** @param key strings and whole numbers, whose hash codes are the same on every machine */
    static Draw of(Object... key) {
        long mixed = SEED;
        for (Object part : key) {
            mixed = (mixed ^ part.hashCode()) * GOLDEN;
            mixed ^= mixed >>> 32;
        }
        return new Draw(mixed);
    }

    boolean chance(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    double fraction() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double gaussian() {
        return random.nextGaussian();
    }

    /** One of the two whole numbers beside the mean, so that many of them have that mean. */
    long whole(double mean) {
        return (long) Math.floor(mean + random.nextDouble());
    }
}
