package io.huizong.aggregation.generation;

/** What a generation is for. */
public enum GenerationState {
    /** It answers queries, and reports are applied to it. */
    SERVING,
    /** It is filled from the beginning of the topic, to serve later. */
    BUILDING,
    /** It served before, and is kept for a while for running reads. */
    RETIRED,
    /** It was being filled and never will serve. */
    ENDED
}
