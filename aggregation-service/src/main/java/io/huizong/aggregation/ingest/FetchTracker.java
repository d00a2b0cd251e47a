package io.huizong.aggregation.ingest;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import io.huizong.aggregation.offset.OffsetRange;

/**
 * Knows where the next batch of each assigned partition begins, so that the offsets of each batch are known,
 * including those without a record.
 */
@ApplicationScoped
class FetchTracker {

    private final Map<TopicPartition, FetchedPartition> partitions = new ConcurrentHashMap<>();
    private final Map<ConsumerRecords<?, ?>, PolledBatch> batches = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicLong topicChanges = new AtomicLong();

    /** A consumer has heard what topics there are: its topic may be another one from now on. */
    void heardOfTopics() {
        topicChanges.incrementAndGet();
    }

    /** A consumer has read records; in the thread that polls. */
    void polled(ConsumerRecords<?, ?> records) {
        long heard = topicChanges.get();
        Map<TopicPartition, FetchedPartition> fetched = new HashMap<>();
        Map<TopicPartition, PolledRange> ranges = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            OffsetAndMetadata next = records.nextOffsets().get(partition);
            FetchedPartition state = of(partition);
            fetched.put(partition, state);
            state.read(records.records(partition).get(0).offset(), next.offset())
                    .ifPresent(range -> ranges.put(partition, range));
        }
        batches.put(records, new PolledBatch(heard, fetched, ranges));
    }

    /**
     * What is known of records that were read; empty if nothing is, as the connector has taken those of other partitions out of
     * them. Then the partitions are to be aligned anew.
     */
    Optional<PolledBatch> batch(ConsumerRecords<?, ?> records) {
        PolledBatch batch = batches.get(records);
        if (batch == null) {
            forget(records.partitions());
        }
        return Optional.ofNullable(batch);
    }

    /** Nothing is known of those partitions any more: they were taken away, or given to another consumer. */
    void forget(Collection<TopicPartition> some) {
        partitions.keySet().removeAll(some);
    }

    /** Whether the consumer still has a partition as it had it then. */
    boolean isCurrent(TopicPartition partition, FetchedPartition then) {
        return partitions.get(partition) == then;
    }

    /** What is known of a partition. */
    FetchedPartition of(TopicPartition partition) {
        return partitions.computeIfAbsent(partition, unknown -> new FetchedPartition());
    }

    /**
     * The offsets that a poll read of a partition.
     *
     * @param topicId id of the topic that the partition belonged to at the last seek of its consumer
     * @param range the offsets
     * @param firstRecord offset of the first record among them
     */
    record PolledRange(String topicId, OffsetRange range, long firstRecord) {

        /** Whether there are offsets without a record before the first record. */
        boolean beginsWithoutRecord() {
            return firstRecord > range.from();
        }
    }

    /**
     * A poll's records.
     *
     * @param heard how often consumers had heard of topics by then
     * @param partitions all that records are of
     * @param ranges of those whose offset in the topic was known
     */
    record PolledBatch(
            long heard, Map<TopicPartition, FetchedPartition> partitions, Map<TopicPartition, PolledRange> ranges) {

        /** It is done with, whatever of it was applied. */
        void settle() {
            partitions.values().forEach(FetchedPartition::settle);
        }
    }
}
