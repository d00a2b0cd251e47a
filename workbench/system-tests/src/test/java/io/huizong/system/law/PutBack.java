package io.huizong.system.law;

/** How the database goes back. */
enum PutBack {
    /** Nothing is written until all is right again: partitions without a new record are filled too. */
    QUIET,
    /** Records go on coming, and before, an instance is killed. */
    BUSY,
    /** The services lose their connections too. */
    CUT_OFF,
    /** A dump is loaded over the tables, one after another. */
    TABLE_BY_TABLE,
    /** A rebuild has just begun; what is put back knows nothing of it. */
    DURING_REBUILD,
    /** What is put back is older than the newest files: the generation that was made with them is gone. */
    BEFORE_SWITCH
}
