package io.huizong.aggregation.offset;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The id of the topic {@code reports}, which Kafka gave it when it was made. Another topic of the same name has
 * another id and other records.
 */
@ApplicationScoped
public class TopicId {

    private final TopicSetup topics;
    private volatile String id;
    private volatile long heardOf;
    private volatile WrongPartitionsException wrong;

    TopicId(TopicSetup topics) {
        this.topics = topics;
    }

    /**
     * The id that the brokers told last.
     *
     * @throws IllegalStateException if they have not told any and do not now
     */
    public String get() {
        String known = id;
        return known == null ? ask() : known;
    }

    /**
     * The id as the brokers tell it now.
     *
     * @throws IllegalStateException if they do not
     */
    public String ask() {
        try {
            String told = topics.logId();
            id = told;
            wrong = null;
            return told;
        } catch (WrongPartitionsException e) {
            wrong = e;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the brokers were asked for the id of the log", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the brokers do not answer with the id of the topic", e);
        }
    }

    /**
     * The id of the topic that a consumer read.
     *
     * @param heard how often consumers had heard of topics by then; if it is more often than at the last call, the brokers are
     *     asked
     * @throws IllegalStateException if they do not tell, or told last that it has another number of partitions than it must
     */
    public String asOf(long heard) {
        if (heard > heardOf) {
            ask();
            heardOf = Math.max(heard, heardOf);
        }
        WrongPartitionsException known = wrong;
        if (known != null) {
            throw known;
        }
        return get();
    }
}
