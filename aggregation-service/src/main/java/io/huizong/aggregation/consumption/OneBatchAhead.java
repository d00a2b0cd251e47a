package io.huizong.aggregation.consumption;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Holds a consumer that has read a batch until the batch before is about to be applied. Kafka makes one for each consumer. */
public final class OneBatchAhead implements ConsumerInterceptor<String, byte[]> {

    static final String READ_AHEAD = "huizong.read-ahead";

    /**
     * A batch may never come to be applied, as its partitions were taken away, or not for long; a consumer must go on all the
     * same, to stay in its group and to commit. Then the connector pauses it.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Duration patience;
    private final Semaphore room = new Semaphore(1);
    private ReadAhead readAhead;

    /** For Kafka. */
    public OneBatchAhead() {
        this(PATIENCE);
    }

    OneBatchAhead(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        readAhead = (ReadAhead) settings.get(READ_AHEAD);
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> batch) {
        readAhead.hasRead(batch, this);
        try {
            room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return batch;
    }

    void goOn() {
        room.drainPermits();
        room.release();
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
