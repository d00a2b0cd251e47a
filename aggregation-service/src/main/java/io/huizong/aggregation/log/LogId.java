package io.huizong.aggregation.log;

import java.util.concurrent.ExecutionException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The id of the log that this service reads: the one that Kafka gave the topic when it was made. Asked for once, as
 * consumers do not outlive their topic.
 */
@ApplicationScoped
public class LogId {

    private final Topics topics;
    private volatile String id;

    LogId(Topics topics) {
        this.topics = topics;
    }

    /**
     * The id.
     *
     * @throws IllegalStateException if the brokers do not answer
     */
    public String get() {
        if (id == null) {
            id = ask();
        }
        return id;
    }

    private String ask() {
        try {
            return topics.logId();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the brokers were asked for the id of the log", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the brokers do not tell the id of the log: " + e.getCause(), e);
        }
    }
}
