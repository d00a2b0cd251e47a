package io.huizong.system.drill;

/** A machine of the cluster: one process, which can be lost and come back with what it has stored. */
interface Machine {

    /** Sends SIGKILL and returns when the process has ended. */
    void kill() throws Exception;

    /** Returns when the process answers, or earlier. */
    void comeBack() throws Exception;

    /** Whether it does all that it did before it was lost. */
    boolean isWhole() throws Exception;
}
