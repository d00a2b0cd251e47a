package io.huizong.aggregation.submission;

/** The outcome of a submission. Only {@link #APPLIED} changes totals. */
public enum SubmissionOutcome {
    /** It is a revision of its report. */
    APPLIED,
    /** It expected another revision than the newest one. */
    CONFLICT,
    /** It withdrew a report that was not there. */
    NO_EFFECT,
    /** Another submission for the same place came under the same client, idempotency key and line before. */
    KEY_REUSED,
    /** No version of the service can read its record. */
    UNREADABLE
}
