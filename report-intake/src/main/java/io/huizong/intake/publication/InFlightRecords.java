package io.huizong.intake.publication;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** The events in flight to the brokers, and the bulk bodies that wait for room. Thread-safe. */
final class InFlightRecords {

    private final PublicationSettings.InFlight settings;
    private final long bytesForBulk;
    private final Set<InFlightRecord> records = new HashSet<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long bytes;

    InFlightRecords(PublicationSettings.InFlight settings) {
        this.settings = settings;
        this.bytesForBulk = settings.maxBytes().asLongValue() * 3 / 4;
    }

    /** Whether there was room for it; if so it stays in flight until it leaves. */
    synchronized boolean enter(InFlightRecord record) {
        if (records.size() >= settings.maxEvents()
                || bytes + record.bytes() > settings.maxBytes().asLongValue()) {
            return false;
        }
        bytes += record.bytes();
        return records.add(record);
    }

    /** It is no longer in flight. */
    void leave(InFlightRecord record) {
        synchronized (this) {
            if (!records.remove(record)) {
                return;
            }
            bytes -= record.bytes();
            if (!isCalm()) {
                return;
            }
        }
        wakeAll();
    }

    /** Lets every waiting body check again whether it may go on. */
    void wakeAll() {
        List<Runnable> woken;
        synchronized (this) {
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(Runnable::run);
    }

    synchronized boolean hasRoomForBulk() {
        return records.size() < settings.maxBulkEvents() && bytes < bytesForBulk;
    }

    /** Runs it, once, when a good part of the room for bulk bodies is free; at once where it is. */
    void whenCalm(Runnable wake) {
        synchronized (this) {
            if (!isCalm()) {
                waiting.add(wake);
                return;
            }
        }
        wake.run();
    }

    /** Not at the first free place: else every acknowledgement would wake all bodies. */
    private boolean isCalm() {
        return records.size() <= settings.maxBulkEvents() * 3 / 4 && bytes <= bytesForBulk * 3 / 4;
    }

    /** Those in flight since before that time, in nanoseconds of this machine's clock. */
    synchronized List<InFlightRecord> since(long nanoTime) {
        return records.stream().filter(record -> record.since() - nanoTime < 0).toList();
    }

    synchronized int size() {
        return records.size();
    }
}
