package io.huizong.aggregation.log;

/** The brokers do not have the topic of the log. */
public final class NoLogException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoLogException(String topic, Throwable cause) {
        super("the brokers do not have the topic %s".formatted(topic), cause);
    }
}
