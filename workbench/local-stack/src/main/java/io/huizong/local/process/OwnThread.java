package io.huizong.local.process;

import java.util.concurrent.Executor;

/**
 * Runs each task on a thread of its own. The common pool has a single thread on two cores, and since Java 25 a future
 * that blocks in it keeps others from completing, the exit of a process among them.
 */
public final class OwnThread implements Executor {

    /** The only one: it keeps nothing. */
    public static final OwnThread EACH = new OwnThread();

    private OwnThread() {}

    @Override
    public void execute(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
