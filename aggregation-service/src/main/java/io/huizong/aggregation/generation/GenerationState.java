package io.huizong.aggregation.generation;

/** What a generation is for. */
public enum GenerationState {
    /** It answers queries and takes in the log. */
    SERVING,
    /** It is filled from the beginning of the log, to serve some day. */
    BUILDING,
    /** It served before, and is kept a while for those who are still reading it. */
    RETIRED,
    /** It was being filled and never will serve. */
    ENDED
}
