package io.huizong.intake.publication;

/** The result of publishing an event. */
public enum PublishResult {
    /** As many brokers have it as must have it. */
    ACKNOWLEDGED,
    /** It was sent, and the brokers answered with an error or not in time: it may be in the topic, or still get there. */
    UNCONFIRMED,
    /** It was not sent, because the topic is not available. */
    NOT_PUBLISHED,
    /** It was not sent, because too many others are in flight. */
    TOO_MANY_IN_FLIGHT
}
