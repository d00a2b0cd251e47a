package io.huizong.system.crash;

/** A moment in a transaction that wrote something, seen from the wire to the database. */
enum FaultPoint {
    /** The instance has sent its COMMIT, the server has not got it. */
    BETWEEN_WRITE_AND_COMMIT,
    /** The server has committed, the instance does not know it yet and has acknowledged nothing. */
    BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT
}
