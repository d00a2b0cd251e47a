package io.huizong.system.crash;

/** What strikes while records wait to be applied. */
enum Blow {
    KILL_BETWEEN_WRITE_AND_COMMIT,
    KILL_BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT,
    KILL_ANYWHERE,
    RESTART_DATABASE,
    RESTART_BROKER
}
