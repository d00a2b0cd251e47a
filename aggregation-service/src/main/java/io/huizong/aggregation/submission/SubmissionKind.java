package io.huizong.aggregation.submission;

/** What a submission asks for. */
public enum SubmissionKind {
    /** A report takes the place of the current one. */
    SUBMITTED,
    /** The current report is taken back. */
    WITHDRAWN
}
