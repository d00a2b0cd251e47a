package io.huizong.intake.validation.finding;

/** What happens if a rule is broken. */
public enum Severity {
    /** The request is refused. */
    ERROR,
    /** The report is accepted; the finding is returned to the sender and stored with the event. */
    WARNING
}
