package io.huizong.system.crash;

import java.util.concurrent.CompletableFuture;

/** Waits for an instance to come to a fault point and kills it there, once each time it is set. Thread-safe. */
final class Trap {

    private final Runnable kill;
    private FaultPoint point;
    private CompletableFuture<Void> sprung;

    Trap(Runnable kill) {
        this.kill = kill;
    }

    /** Sets the trap at that point; complete when the instance is dead. */
    synchronized CompletableFuture<Void> set(FaultPoint at) {
        point = at;
        sprung = new CompletableFuture<>();
        return sprung;
    }

    /** Called at each fault point; if that is where the trap is set, true as soon as the instance is dead. */
    synchronized boolean springs(FaultPoint reached) {
        if (reached != point) {
            return false;
        }
        point = null;
        kill.run();
        sprung.complete(null);
        return true;
    }
}
