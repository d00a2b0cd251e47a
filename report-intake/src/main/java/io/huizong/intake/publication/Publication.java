package io.huizong.intake.publication;

/** What became of handing an event to the log. */
public enum Publication {
    /** As many brokers have it as must. */
    ACKNOWLEDGED,
    /** It was handed over, and no answer came in time or a bad one: it may be in the log or get there. */
    UNCONFIRMED,
    /** It was not handed over and is not in the log, because the log does not answer. */
    NOT_PUBLISHED,
    /** It was not handed over and is not in the log, because too many others are on their way. */
    CROWDED
}
