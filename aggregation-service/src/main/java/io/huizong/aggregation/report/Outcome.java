package io.huizong.aggregation.report;

/** What a submission came to. Only {@link #APPLIED} changes totals. */
public enum Outcome {
    /** It is a revision of its report. */
    APPLIED,
    /** It expected another revision than the newest one. */
    CONFLICT,
    /** It withdrew a report that was not there. */
    NO_EFFECT,
    /** Another submission came under the same client, idempotency key and line before. */
    KEY_REUSED,
    /** It was put back from the dead letters after a newer revision of its report had been applied. */
    SUPERSEDED,
    /** Its record could not be read, or names what the service does not know. */
    DEAD_LETTERED
}
