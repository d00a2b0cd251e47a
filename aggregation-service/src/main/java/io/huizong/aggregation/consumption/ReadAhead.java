package io.huizong.aggregation.consumption;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.ClientCustomizer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

/**
 * Lets each consumer of reports read one batch while another is applied, and no more. By itself the connector reads until it
 * pauses the consumer, and then polls it every two milliseconds to learn whether it may go on.
 */
@ApplicationScoped
class ReadAhead implements ClientCustomizer<Map<String, Object>> {

    private static final String CHANNEL = "reports";

    private final Map<TopicPartition, OneBatchAhead> readers = new ConcurrentHashMap<>();

    @Override
    public Map<String, Object> customize(String channel, Config settings, Map<String, Object> client) {
        // The connector numbers the copies of a channel.
        if (channel.equals(CHANNEL) || channel.startsWith(CHANNEL + "$")) {
            client.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of(OneBatchAhead.class));
            client.put(OneBatchAhead.READ_AHEAD, this);
        }
        return client;
    }

    void hasRead(ConsumerRecords<?, ?> batch, OneBatchAhead reader) {
        batch.partitions().forEach(partition -> readers.put(partition, reader));
    }

    /** The batch is about to be applied: whoever read it may go on. */
    void begins(ConsumerRecords<?, ?> batch) {
        batch.partitions().stream().map(readers::get).distinct().forEach(OneBatchAhead::goOn);
    }
}
