package io.huizong.aggregation.consumption;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.log.LogId;
import io.huizong.aggregation.log.LogPositions;

/**
 * Begins each partition where the database says that it was taken in to, whatever was committed to Kafka: an emptied or
 * restored database gets what it lacks.
 */
@ApplicationScoped
@Identifier("start-at-position")
class StartAtPosition implements KafkaConsumerRebalanceListener {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    // Below max.poll.interval.ms: an instance that took longer would be taken for dead.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Gate gate;
    private final Generations generations;
    private final LogPositions positions;
    private final LogId log;
    private final ConsumptionState state;

    StartAtPosition(Gate gate, Generations generations, LogPositions positions, LogId log, ConsumptionState state) {
        this.gate = gate;
        this.generations = generations;
        this.positions = positions;
        this.log = log;
        this.state = state;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // Kafka takes a listener that failed for one that did its work.
        Map<Integer, Long> reached = Uni.createFrom()
                .item(() -> positions.read(generations.serving(), log.get()))
                .onFailure()
                .invoke(failure -> state.waits(consumer, failure))
                .onFailure(failure -> !gate.isClosed())
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .expireIn(PATIENCE.toMillis())
                // Nothing is taken in any more, and the database may be shut: the consumer must get on to leave its
                // group.
                .onFailure(failure -> gate.isClosed())
                .recoverWithItem(Map.of())
                .await()
                .indefinitely();
        state.goesOn(consumer);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long next = reached.get(partition.partition());
            if (next == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        }
        // What was not acknowledged because the group was gathering anew would look like lag until the next record.
        consumer.commitAsync(offsets, null);
    }
}
