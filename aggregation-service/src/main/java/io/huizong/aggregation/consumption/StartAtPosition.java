package io.huizong.aggregation.consumption;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
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

    private final Generations generations;
    private final LogPositions positions;
    private final LogId log;

    StartAtPosition(Generations generations, LogPositions positions, LogId log) {
        this.generations = generations;
        this.positions = positions;
        this.log = log;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, Long> reached = positions.read(generations.serving(), log.get());
        for (TopicPartition partition : partitions) {
            Long next = reached.get(partition.partition());
            if (next == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
            }
        }
    }
}
