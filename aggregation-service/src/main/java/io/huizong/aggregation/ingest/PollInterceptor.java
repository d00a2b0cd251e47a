package io.huizong.aggregation.ingest;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells of each batch that a consumer has read, so that it reads no other meanwhile, and each time that the consumer hears what
 * topics there are. Kafka makes one for each consumer.
 */
public final class PollInterceptor implements ConsumerInterceptor<String, byte[]>, ClusterResourceListener {

    static final String CHANNEL = "huizong.channel";
    static final String UNDER_WAY = "huizong.under-way";

    private String channel;
    private PollBackpressure underWay;

    @Override
    public void configure(Map<String, ?> settings) {
        channel = (String) settings.get(CHANNEL);
        underWay = (PollBackpressure) settings.get(UNDER_WAY);
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> batch) {
        if (!batch.isEmpty()) {
            underWay.begins(channel, batch);
        }
        return batch;
    }

    @Override
    public void onUpdate(ClusterResource cluster) {
        underWay.heardOfTopics();
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
