package io.huizong.local.launch;

import java.io.IOException;

/** Learns what becomes of a watched process. */
interface ProcessListener {

    /** It was started, and does not answer yet. */
    default void launched() {}

    /** It answers, after each start. The start is over when this returns. */
    default void answered() throws IOException {}

    /** It has ended by itself. */
    default void ended() throws IOException {}
}
