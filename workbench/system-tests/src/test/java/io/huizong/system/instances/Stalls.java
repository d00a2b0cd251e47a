package io.huizong.system.instances;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The longest time for which records of one partition waited while none of it was applied that had not been before. */
public final class Stalls {

    private final Map<Integer, Long> furthest = new HashMap<>();
    private final Map<Integer, Long> stillSince = new HashMap<>();
    private long longest;

    /**
     * Takes in how far each partition is now, at least; whether all records are applied.
     *
     * @param ends the offset after the last record of each partition
     * @param applied the offset of the next record to apply
     */
    public synchronized boolean look(Map<Integer, Long> ends, Map<Integer, Long> applied) {
        long now = System.nanoTime();
        boolean isAll = true;
        for (var end : ends.entrySet()) {
            int partition = end.getKey();
            long next = applied.getOrDefault(partition, 0L);
            // Until now at most: when exactly it went on is not seen.
            longest = Math.max(longest, now - stillSince.getOrDefault(partition, now));
            boolean waits = next < end.getValue();
            boolean hasMoved = next > furthest.getOrDefault(partition, 0L);
            furthest.merge(partition, next, Math::max);
            if (!waits) {
                stillSince.remove(partition);
            } else if (hasMoved || !stillSince.containsKey(partition)) {
                stillSince.put(partition, now);
            }
            isAll &= !waits;
        }
        return isAll;
    }

    /** Forgets what was seen so far. */
    public synchronized void reset() {
        longest = 0;
        stillSince.clear();
    }

    public synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }
}
