package io.huizong.aggregation.ingest;

import java.util.Optional;

import io.huizong.aggregation.ingest.FetchTracker.PolledRange;
import io.huizong.aggregation.offset.OffsetRange;

/** Where the consumer of a partition is, as long as it has the partition. Thread-safe. */
final class FetchedPartition {

    private static final long UNKNOWN = -1;
    /** A broker that has just become the leader may say less than it has. */
    private static final int SURE = 3;

    private int generation;
    private String logId;
    private long next = UNKNOWN;
    private int unsettled;
    private long stoppedAt = UNKNOWN;
    private boolean cut;
    private String lostAt;
    private int lost;

    /** The consumer has gone to that offset of that log, where that generation is. */
    synchronized void alignedAt(int aligned, String log, long offset) {
        generation = aligned;
        logId = log;
        next = offset;
        cut = false;
        lostAt = null;
    }

    /** The log lacks records that the generation needs at that offset: nothing is applied. Says whether that is news. */
    synchronized boolean lostAt(int aligned, String log, long offset) {
        String where = where(aligned, log, offset);
        lost = where.equals(lostAt) ? lost + 1 : 1;
        next = UNKNOWN;
        lostAt = where;
        return lost == 1;
    }

    /** Whether records were found lacking there again and again, so that more records do not make it good. */
    synchronized boolean isLostAt(int aligned, String log, long offset) {
        return where(aligned, log, offset).equals(lostAt) && lost >= SURE;
    }

    private static String where(int generation, String log, long offset) {
        return generation + " " + log + " " + offset;
    }

    /** Whether the consumer jumped back by itself, because the topic ends before the offset that it had read. */
    synchronized boolean isCut(int aligned, String log) {
        return cut && generation == aligned && log.equals(logId);
    }

    /** Whether that offset of that log is before what has been read. */
    synchronized boolean isBefore(String log, long offset) {
        return log.equals(logId) && offset < next;
    }

    /** The offset of what is read next; below 0 if it is unknown. */
    synchronized long next() {
        return next;
    }

    /** Only a newer version can read the record at that offset: nothing behind it is applied. Says whether that is news. */
    synchronized boolean stopsAt(long offset) {
        boolean isNews = stoppedAt == UNKNOWN;
        stoppedAt = isNews ? offset : Math.min(stoppedAt, offset);
        return isNews;
    }

    /** Whether it stopped at a record that only a newer version can read. */
    synchronized boolean isStopped() {
        return stoppedAt != UNKNOWN;
    }

    /** Whether it stopped and can continue: the database is past that record, or the topic is another one. */
    synchronized boolean goesOnAt(String log, long position) {
        boolean goesOn = stoppedAt != UNKNOWN && (position > stoppedAt || !log.equals(logId));
        if (goesOn) {
            stoppedAt = UNKNOWN;
        }
        return goesOn;
    }

    /**
     * A poll has read on.
     *
     * @param first offset of the first record
     * @param end the offset after all that was read
     * @return what it read; empty if the consumer was not where it was thought to be
     */
    synchronized Optional<PolledRange> read(long first, long end) {
        unsettled++;
        if (next == UNKNOWN || first < next) {
            cut |= next != UNKNOWN;
            next = UNKNOWN;
            return Optional.empty();
        }
        PolledRange read = new PolledRange(logId, new OffsetRange(next, end), first);
        next = end;
        return Optional.of(read);
    }

    synchronized void settle() {
        unsettled--;
    }

    /** Whether nothing that was read waits to be applied. */
    synchronized boolean isSettled() {
        return unsettled == 0;
    }

    /** Whether all that was read of that log ends at that offset. */
    synchronized boolean isAt(String log, long offset) {
        return log.equals(logId) && next == offset;
    }
}
