package io.huizong.aggregation.offset;

/** The brokers do not have the topic {@code reports}. */
public final class NoTopicException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoTopicException(String topic, Throwable cause) {
        super("the brokers do not have the topic %s".formatted(topic), cause);
    }
}
