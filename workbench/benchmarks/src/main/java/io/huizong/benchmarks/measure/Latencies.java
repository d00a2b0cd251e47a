package io.huizong.benchmarks.measure;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times from the moment that something was meant to begin until it was done. Thread-safe. */
public final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    /** @param intended when it was meant to begin, by {@link System#nanoTime} */
    public void doneNow(long intended) {
        nanos.add(System.nanoTime() - intended);
    }

    /** How many there are. */
    public int count() {
        return nanos.size();
    }

    /** The 99th percentile by nearest rank, in milliseconds; there must be a latency. */
    public double p99() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / NANOS_A_MILLI;
    }
}
