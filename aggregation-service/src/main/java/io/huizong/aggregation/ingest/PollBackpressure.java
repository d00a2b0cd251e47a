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
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.Generations;

/**
 * Backpressure for the consumers of {@code reports}: each polls again only when its batch is applied. A batch that is polled earlier
 * would only wait, and later records would wait behind it. Without this the connector polls ahead until it pauses the consumer, and
 * then polls every two milliseconds to learn whether it may resume.
 */
@ApplicationScoped
class PollBackpressure implements ClientCustomizer<Map<String, Object>> {

    private static final Logger LOG = Logger.getLogger(PollBackpressure.class);

    private static final String REPORTS = "reports";

    /**
     * How long a consumer is held at most. A batch whose partitions were revoked is never applied, and a slow one must not cost the
     * consumer its membership in the group: it polls again, and the connector pauses it.
     */
    private static final Duration MAX_HOLD = Duration.ofSeconds(1);

    private final BiConsumer<String, Runnable> pollingThreads;
    private final Duration maxHold;
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
                        .with(done -> {}, failure -> LOG.warnf(failure, "Backpressure failed on channel %s", channel)),
                MAX_HOLD,
                tracker,
                () -> generations.files().shortName());
    }

    /** @param pollingThreads runs a task on the thread that polls for that channel */
    PollBackpressure(
            BiConsumer<String, Runnable> pollingThreads,
            Duration maxHold,
            FetchTracker tracker,
            Supplier<String> group) {
        this.pollingThreads = pollingThreads;
        this.maxHold = maxHold;
        this.tracker = tracker;
        this.group = group;
    }

    @Override
    public Map<String, Object> customize(String channel, Config settings, Map<String, Object> client) {
        // The connector numbers the copies of a channel.
        if (channel.equals(REPORTS) || channel.startsWith(REPORTS + "$")) {
            // Instances with other files apply nothing to the same generation, so they share no partitions.
            client.computeIfPresent(ConsumerConfig.GROUP_ID_CONFIG, (name, id) -> id + "-" + group.get());
            client.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of(PollInterceptor.class));
            client.put(PollInterceptor.CHANNEL, channel);
            client.put(PollInterceptor.BACKPRESSURE, this);
        }
        return client;
    }

    /** Holds the consumer. Called within its poll, so that the connector cannot let it poll again first. */
    void polled(String channel, ConsumerRecords<?, ?> batch) {
        tracker.polled(batch);
        CountDownLatch applied = new CountDownLatch(1);
        batches.put(batch, applied);
        pollingThreads.accept(channel, () -> await(batch, applied));
    }

    void metadataUpdated() {
        tracker.heardOfTopics();
    }

    private void await(ConsumerRecords<?, ?> batch, CountDownLatch applied) {
        try {
            applied.await(maxHold.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            batches.remove(batch);
        }
    }

    /** Lets the consumer of that batch poll again. */
    void applied(ConsumerRecords<?, ?> batch) {
        CountDownLatch applied = batches.get(batch);
        if (applied != null) {
            applied.countDown();
        }
    }

    /** How many consumers are held, or are about to be. */
    int held() {
        return batches.size();
    }

    /** Reports each poll and each update of the cluster's metadata to the backpressure. Kafka makes one for each consumer. */
    public static final class PollInterceptor implements ConsumerInterceptor<String, byte[]>, ClusterResourceListener {

        private static final String CHANNEL = "huizong.channel";
        private static final String BACKPRESSURE = "huizong.backpressure";

        private String channel;
        private PollBackpressure backpressure;

        @Override
        public void configure(Map<String, ?> settings) {
            channel = (String) settings.get(CHANNEL);
            backpressure = (PollBackpressure) settings.get(BACKPRESSURE);
        }

        @Override
        public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> batch) {
            if (!batch.isEmpty()) {
                backpressure.polled(channel, batch);
            }
            return batch;
        }

        @Override
        public void onUpdate(ClusterResource cluster) {
            backpressure.metadataUpdated();
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}
    }
}
