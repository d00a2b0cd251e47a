package io.huizong.aggregation.ingest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.generation.TableStamps;
import io.huizong.aggregation.generation.TornTablesException;
import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.offset.RetainedOffsets;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicEnds;
import io.huizong.aggregation.offset.TopicId;

/**
 * Brings each consumer to the offsets that the database has, whatever was committed to Kafka: when it is given partitions, and
 * whenever it is found elsewhere, because the database went back or another instance went on. All in the thread that polls.
 */
@ApplicationScoped
@Identifier(SeekToStoredOffsets.NAME)
class SeekToStoredOffsets implements KafkaConsumerRebalanceListener {

    /** How the connector finds it. */
    static final String NAME = "seek-to-stored-offsets";

    private static final Logger LOG = Logger.getLogger(SeekToStoredOffsets.class);

    private final FetchTracker tracker;
    private final Generations generations;
    private final StoredOffsets offsets;
    private final TopicId topic;
    private final TopicEnds ends;
    private final BatchTransaction transaction;
    private final IngestState state;
    private final TableStamps stamps;
    private final ConsumerLifecycle lifecycle;
    /** Partitions that are not read while the topic is gone. */
    private final Set<TopicPartition> paused = ConcurrentHashMap.newKeySet();

    SeekToStoredOffsets(
            FetchTracker tracker,
            Generations generations,
            StoredOffsets offsets,
            TopicId topic,
            TopicEnds ends,
            BatchTransaction transaction,
            IngestState state,
            TableStamps stamps,
            ConsumerLifecycle lifecycle) {
        this.tracker = tracker;
        this.generations = generations;
        this.offsets = offsets;
        this.topic = topic;
        this.ends = ends;
        this.transaction = transaction;
        this.state = state;
        this.stamps = stamps;
        this.lifecycle = lifecycle;
    }

    /** A partition that lacks records. */
    record Partition(TopicPartition partition) {}

    /** A partition whose next record only a newer version can read. */
    record Stopped(TopicPartition partition) {}

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        tracker.forget(partitions);
        paused.removeAll(partitions);
        align(consumer, partitions, topic::ask);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        tracker.forget(partitions);
        partitions.forEach(partition -> {
            state.goesOn(new Partition(partition));
            state.goesOn(new Stopped(partition));
        });
    }

    /** Aligns all partitions that the consumer has. */
    void align(Consumer<?, ?> consumer) {
        if (ends.isTopicGone()) {
            // The client asks for the records of a topic that is gone again and again, thousands of times a second.
            consumer.pause(consumer.assignment());
            paused.addAll(consumer.assignment());
            return;
        }
        Set<TopicPartition> again = new HashSet<>(consumer.assignment());
        again.retainAll(paused);
        consumer.resume(again);
        paused.removeAll(again);
        align(consumer, consumer.assignment(), topic::get);
    }

    /** A failure is waited for: until they are aligned nothing of the partitions is applied, and the next look tries again. */
    private void align(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Supplier<String> topicId) {
        if (lifecycle.isClosed()) {
            // The database is shut before the consumers, and nothing is applied any more.
            return;
        }
        Set<TopicPartition> settled = partitions.stream()
                .filter(partition -> tracker.of(partition).isSettled())
                .collect(Collectors.toSet());
        try {
            if (!settled.isEmpty()) {
                generations.serving().ifPresent(generation -> align(consumer, settled, generation, topicId.get()));
            }
            if (settled.size() == partitions.size()) {
                state.goesOn(consumer);
            }
        } catch (TornTablesException e) {
            // The generation watch logs it.
            state.waits(consumer, e);
        } catch (RuntimeException e) {
            state.waits(consumer, e);
            LOG.warnf("The stored offsets cannot be compared yet: %s", FailureText.log(e));
        }
    }

    private void align(Consumer<?, ?> consumer, Set<TopicPartition> settled, int generation, String topicId) {
        Map<Integer, Long> stored = offsets.read(generation, topicId);
        Set<TopicPartition> elsewhere = new HashSet<>();
        SortedMap<Integer, String> back = new TreeMap<>();
        for (TopicPartition partition : settled) {
            long offset = stored.getOrDefault(partition.partition(), 0L);
            FetchedPartition fetched = tracker.of(partition);
            if (fetched.goesOnAt(topicId, offset)) {
                state.goesOn(new Stopped(partition));
            }
            if (!fetched.isAt(topicId, offset) || consumer.position(partition) != offset) {
                elsewhere.add(partition);
                if (fetched.isBefore(topicId, offset) && !fetched.isStopped()) {
                    back.put(partition.partition(), "from %d to %d".formatted(fetched.next(), offset));
                    // At once, as it may be filled again before the next look.
                    state.databaseWentBack(partition.partition(), offset);
                }
            }
        }
        if (elsewhere.isEmpty()) {
            return;
        }
        stamps.check();
        if (!back.isEmpty()) {
            LOG.warnf("The database went back: %s; the topic is read again from there", sentence(back));
        }
        Set<Integer> lost = offsets.lost(generation, topicId);
        Map<Integer, RetainedOffsets> ranges =
                ends.ranges(elsewhere.stream().map(TopicPartition::partition).toList());
        for (TopicPartition partition : elsewhere) {
            long offset = stored.getOrDefault(partition.partition(), 0L);
            align(
                    consumer,
                    partition,
                    new StoredOffset(generation, topicId, offset, lost.contains(partition.partition())),
                    ranges.get(partition.partition()));
        }
    }

    private static String sentence(SortedMap<Integer, String> back) {
        return back.entrySet().stream()
                .map(partition -> "partition %d %s".formatted(partition.getKey(), partition.getValue()))
                .collect(Collectors.joining(", "));
    }

    /**
     * The stored offset of a generation in a partition.
     *
     * @param isLost whether the topic is known to have ended before
     */
    private record StoredOffset(int generation, String topicId, long offset, boolean isLost) {}

    private void align(Consumer<?, ?> consumer, TopicPartition partition, StoredOffset stored, RetainedOffsets range) {
        FetchedPartition fetched = tracker.of(partition);
        String lost = lost(partition, fetched, stored, range);
        if (lost != null) {
            state.waits(new Partition(partition), lost);
            if (fetched.lostAt(stored.generation(), stored.topicId(), stored.offset())) {
                LOG.error(lost);
            }
            return;
        }
        state.goesOn(new Partition(partition));
        long offset = stored.offset();
        if (fetched.isAt(stored.topicId(), offset) && consumer.position(partition) > offset) {
            // Everything was applied and the consumer is further: there is no record between.
            long to = consumer.position(partition);
            transaction.apply(new Batch(
                    stored.topicId(),
                    new TreeMap<>(Map.of(partition.partition(), new OffsetRange(offset, to))),
                    List.of()));
            offset = to;
        } else {
            LOG.debugf("Partition %d is read from %d", partition.partition(), offset);
            consumer.seek(partition, offset);
        }
        fetched.alignedAt(stored.generation(), stored.topicId(), offset);
        // Other tools read the lag from the group's committed offsets.
        consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(offset)), null);
    }

    /** A sentence on what the topic has lost; null if nothing. */
    private String lost(
            TopicPartition partition, FetchedPartition fetched, StoredOffset stored, RetainedOffsets range) {
        String lost = range.lacks(partition.partition(), stored.offset());
        boolean isFound = fetched.isCut(stored.generation(), stored.topicId())
                || fetched.isLostAt(stored.generation(), stored.topicId(), stored.offset());
        if (isFound && !stored.isLost() && range.begin() <= stored.offset()) {
            offsets.keepLost(stored.generation(), stored.topicId(), partition.partition(), stored.offset());
        }
        return lost == null && (isFound || stored.isLost())
                ? RetainedOffsets.lacked(partition.partition(), stored.offset())
                : lost;
    }
}
