package io.huizong.intake.validation.finding;

/** What it means that a rule is broken. */
public enum Severity {
    /** The request is refused. */
    ERROR,
    /** The report is accepted; the sender is told, and so are all who read the event. */
    WARNING
}
