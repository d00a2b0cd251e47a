package io.huizong.aggregation.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.generation.TableStamps;
import io.huizong.aggregation.generation.TornTablesException;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicId;

/**
 * Checks the stored offsets again and again: a database that went back is seen by every instance, which is not ready until
 * it is as far as it was, and every consumer is brought to them.
 */
@ApplicationScoped
class StoredOffsetWatch {

    private static final Logger LOG = Logger.getLogger(StoredOffsetWatch.class);

    private final Generations generations;
    private final StoredOffsets offsets;
    private final TopicId topic;
    private final ConsumerLifecycle lifecycle;
    private final KafkaClientService clients;
    private final SeekToStoredOffsets seeking;
    private final IngestState state;
    private final TableStamps stamps;
    private final Map<String, Boolean> aligning = new ConcurrentHashMap<>();
    private String seenIn = "";
    private int seenGeneration;
    private final Map<Integer, Long> highest = new HashMap<>();

    StoredOffsetWatch(
            Generations generations,
            StoredOffsets offsets,
            TopicId topic,
            ConsumerLifecycle lifecycle,
            KafkaClientService clients,
            @Identifier(SeekToStoredOffsets.NAME) SeekToStoredOffsets seeking,
            IngestState state,
            TableStamps stamps) {
        this.generations = generations;
        this.offsets = offsets;
        this.topic = topic;
        this.lifecycle = lifecycle;
        this.clients = clients;
        this.seeking = seeking;
        this.state = state;
        this.stamps = stamps;
    }

    @Scheduled(every = "{huizong.offsets.check-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        try {
            generations.serving().ifPresentOrElse(this::compare, () -> state.goesOn(IngestState.DATABASE));
            stamps.check();
            state.goesOn(IngestState.TABLES);
        } catch (TornTablesException e) {
            // The generation watch logs it.
            state.waits(IngestState.TABLES, e);
        } catch (RuntimeException e) {
            LOG.debugf("The stored offsets cannot be read: %s", FailureText.log(e));
        }
        if (lifecycle.isOpen()) {
            clients.getConsumerChannels().forEach(this::align);
        }
    }

    /** One check at a time: while brokers or the database hang, checks would queue up on the polling thread. */
    private void align(String channel) {
        if (aligning.putIfAbsent(channel, true) == null) {
            clients.getConsumer(channel)
                    .runOnPollingThread(consumer -> {
                        seeking.align(consumer);
                    })
                    .onTermination()
                    .invoke(() -> aligning.remove(channel))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("A consumer was not aligned: %s", FailureText.log(failure)));
        }
    }

    private void compare(int generation) {
        String topicId = topic.get();
        Map<Integer, Long> now = offsets.read(generation, topicId);
        // A generation that follows another begins where that one is, or where a topic that lost records ends.
        if (!seenIn.equals(topicId) || generation > seenGeneration) {
            highest.clear();
        }
        seenIn = topicId;
        seenGeneration = generation;
        Optional<Integer> behind = highest.keySet().stream()
                .filter(partition -> now.getOrDefault(partition, 0L) < highest.get(partition))
                .findFirst();
        now.forEach((partition, offset) -> highest.merge(partition, offset, Math::max));
        behind.ifPresentOrElse(
                partition -> state.databaseWentBack(partition, now.getOrDefault(partition, 0L)),
                () -> state.goesOn(IngestState.DATABASE));
    }
}
