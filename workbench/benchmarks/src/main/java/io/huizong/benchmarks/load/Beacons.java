package io.huizong.benchmarks.load;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Reports that can each be made out in a total: everyone's only figure is another power of two, or a power of two of
 * another indicator, so that the nation's totals of a period say exactly which of its reports are in them.
 */
public final class Beacons {

    // Figures go up to 10^15, below 2^50.
    private static final int POWERS = 49;

    private final List<String> indicators;
    private final List<String> townships;

    /** Beacons of which each period has {@link #most()}. */
    public Beacons(NationalReports national) {
        indicators = national.indicators();
        townships = national.townships(most());
    }

    /** How many there are of a period, numbered from 0. */
    public int most() {
        return indicators.size() * POWERS;
    }

    /** The report of that number, as its sender writes it. */
    public String json(int number, String period) {
        return "{\"jurisdiction\":\"%s\",\"period\":\"%s\",\"figures\":{\"%s\":%d}}"
                .formatted(townships.get(number), period, indicators.get(number / POWERS), 1L << number % POWERS);
    }

    /** Whether that report is in these totals of the nation for its period, by indicator. */
    public boolean isIn(Map<String, BigInteger> totals, int number) {
        return totals.getOrDefault(indicators.get(number / POWERS), BigInteger.ZERO)
                .testBit(number % POWERS);
    }
}
