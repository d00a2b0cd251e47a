package io.huizong.intake.publication;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** The events that are on their way to the brokers, and the bodies that wait for room. Thread-safe. */
final class InFlight {

    private final InFlightSettings settings;
    private final long bytesForBulk;
    private final Set<Handing> handings = new HashSet<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long bytes;

    InFlight(InFlightSettings settings) {
        this.settings = settings;
        this.bytesForBulk = settings.bytes().asLongValue() * 3 / 4;
    }

    /** Whether there was room for it; if so it stays in flight until it leaves. */
    synchronized boolean enter(Handing handing) {
        if (handings.size() >= settings.most()
                || bytes + handing.bytes() > settings.bytes().asLongValue()) {
            return false;
        }
        bytes += handing.bytes();
        return handings.add(handing);
    }

    /** Ends its flight. */
    void leave(Handing handing) {
        synchronized (this) {
            if (!handings.remove(handing)) {
                return;
            }
            bytes -= handing.bytes();
            if (!isCalm()) {
                return;
            }
        }
        wakeAll();
    }

    /** Lets all that wait look again whether they may go on. */
    void wakeAll() {
        List<Runnable> woken;
        synchronized (this) {
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(Runnable::run);
    }

    synchronized boolean hasRoomForBulk() {
        return handings.size() < settings.bulk() && bytes < bytesForBulk;
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

    /** Not at the first place that gets free, lest every acknowledgement wakes everybody. */
    private boolean isCalm() {
        return handings.size() <= settings.bulk() * 3 / 4 && bytes <= bytesForBulk * 3 / 4;
    }

    /** Those that have been on their way since before that time, in nanoseconds of this machine's clock. */
    synchronized List<Handing> since(long nanoTime) {
        return handings.stream()
                .filter(handing -> handing.since() - nanoTime < 0)
                .toList();
    }

    synchronized int size() {
        return handings.size();
    }
}
