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
    private String topicId;
    private long next = UNKNOWN;
    private int unsettled;
    private long stoppedAt = UNKNOWN;
    private boolean cut;
    private String lostAt;
    private int lost;

    /** The consumer is at that offset of that topic, which is the stored one of that generation. */
    synchronized void alignedAt(int aligned, String topic, long offset) {
        generation = aligned;
        topicId = topic;
        next = offset;
        cut = false;
        lostAt = null;
    }

    /** The topic lacks records that the generation needs at that offset: nothing is applied. Says whether that is news. */
    synchronized boolean lostAt(int aligned, String topic, long offset) {
        String where = where(aligned, topic, offset);
        lost = where.equals(lostAt) ? lost + 1 : 1;
        next = UNKNOWN;
        lostAt = where;
        return lost == 1;
    }

    /** Whether records were found lacking there again and again, so that more records do not make it good. */
    synchronized boolean isLostAt(int aligned, String topic, long offset) {
        return where(aligned, topic, offset).equals(lostAt) && lost >= SURE;
    }

    private static String where(int generation, String topic, long offset) {
        return generation + " " + topic + " " + offset;
    }

    /** Whether the consumer jumped back by itself, because the topic ends before the offset that it had read. */
    synchronized boolean isCut(int aligned, String topic) {
        return cut && generation == aligned && topic.equals(topicId);
    }

    /** Whether that offset of that topic is before what has been read. */
    synchronized boolean isBefore(String topic, long offset) {
        return topic.equals(topicId) && offset < next;
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
    synchronized boolean goesOnAt(String topic, long offset) {
        boolean goesOn = stoppedAt != UNKNOWN && (offset > stoppedAt || !topic.equals(topicId));
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
        PolledRange read = new PolledRange(topicId, new OffsetRange(next, end), first);
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

    /** Whether all that was read of that topic ends at that offset. */
    synchronized boolean isAt(String topic, long offset) {
        return topic.equals(topicId) && next == offset;
    }
}
