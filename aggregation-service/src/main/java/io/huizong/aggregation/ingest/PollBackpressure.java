package io.huizong.aggregation.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.reactive.messaging.ClientCustomizer;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.Generations;

/**
 * Holds each consumer of reports that has read a batch until it is applied. A batch that has been read is closed: read
 * earlier, it would only stand in line, and what comes later behind it. By itself the connector reads until it pauses a
 * consumer, and then polls it every two milliseconds to learn whether it may go on.
 */
@ApplicationScoped
class PollBackpressure implements ClientCustomizer<Map<String, Object>> {

    private static final Logger LOG = Logger.getLogger(PollBackpressure.class);

    private static final String CHANNEL = "reports";

    /**
     * A batch may never come to be applied, as its partitions were taken away, or not for long; a consumer must go on all the
     * same, to stay in its group and to commit. Then the connector pauses it.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final BiConsumer<String, Runnable> pollingThreads;
    private final Duration patience;
    private final FetchTracker tracker;
    private final Supplier<String> group;
    private final Map<ConsumerRecords<?, ?>, CountDownLatch> batches = new ConcurrentHashMap<>();

    @Inject
    PollBackpressure(KafkaClientService clients, FetchTracker tracker, Generations generations) {
        this(
                (channel, task) -> clients.getConsumer(channel)
                        .runOnPollingThread(consumer -> {
                            task.run();
                        })
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf(failure, "A consumer was not held")),
                TIMEOUT,
                tracker,
                () -> generations.files().shortName());
    }

    /**
     * @param pollingThreads have the thread that polls for that channel run a task
     * @param patience how long a consumer is held at most
     * @param tracker is told what was read
     * @param group ends the name of the consumer group
     */
    PollBackpressure(
            BiConsumer<String, Runnable> pollingThreads,
            Duration patience,
            FetchTracker tracker,
            Supplier<String> group) {
        this.pollingThreads = pollingThreads;
        this.patience = patience;
        this.tracker = tracker;
        this.group = group;
    }

    @Override
    public Map<String, Object> customize(String channel, Config settings, Map<String, Object> client) {
        // The connector numbers the copies of a channel.
        if (channel.equals(CHANNEL) || channel.startsWith(CHANNEL + "$")) {
            // Instances with other files apply nothing to the same generation, so they share no partitions.
            client.computeIfPresent(ConsumerConfig.GROUP_ID_CONFIG, (name, id) -> id + "-" + group.get());
            client.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of(PollInterceptor.class));
            client.put(PollInterceptor.CHANNEL, channel);
            client.put(PollInterceptor.UNDER_WAY, this);
        }
        return client;
    }

    /** A consumer has read it: to be called while it polls, so that it is held before the connector can have it poll again. */
    void begins(String channel, ConsumerRecords<?, ?> batch) {
        tracker.polled(batch);
        CountDownLatch applied = new CountDownLatch(1);
        batches.put(batch, applied);
        pollingThreads.accept(channel, () -> await(batch, applied));
    }

    void heardOfTopics() {
        tracker.heardOfTopics();
    }

    private void await(ConsumerRecords<?, ?> batch, CountDownLatch applied) {
        try {
            applied.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            batches.remove(batch);
        }
    }

    /** Whoever read it may go on. */
    void applied(ConsumerRecords<?, ?> batch) {
        CountDownLatch applied = batches.get(batch);
        if (applied != null) {
            applied.countDown();
        }
    }
}
