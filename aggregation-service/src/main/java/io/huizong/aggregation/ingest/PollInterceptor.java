package io.huizong.aggregation.ingest;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.TopicPartition;

/** Reports each poll and each update of the cluster's metadata to {@link PollBackpressure}. Kafka makes one for each consumer. */
public final class PollInterceptor implements ConsumerInterceptor<String, byte[]>, ClusterResourceListener {

    static final String CHANNEL = "huizong.channel";
    static final String BACKPRESSURE = "huizong.backpressure";

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
