package io.huizong.aggregation.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consumer reads one batch while another is applied; then it is held. */
class OneBatchAheadTest {

    private static final ConsumerRecords<String, byte[]> FIRST = batch(1);
    private static final ConsumerRecords<String, byte[]> SECOND = batch(2);
    private static final ConsumerRecords<String, byte[]> THIRD = batch(1);

    private final ReadAhead readAhead = new ReadAhead();
    private final OneBatchAhead reader = reader();
    private final FutureTask<ConsumerRecords<String, byte[]>> reading = new FutureTask<>(() -> reader.onConsume(THIRD));
    private final Thread polling = new Thread(reading);

    @AfterEach
    void end() throws InterruptedException {
        polling.interrupt();
        polling.join();
    }

    @Test
    void it_is_held_until_the_batch_that_it_read_before_is_about_to_be_applied() throws Exception {
        reader.onConsume(FIRST);
        readAhead.begins(FIRST);
        reader.onConsume(SECOND);
        polling.start();
        await().until(() -> polling.getState() == Thread.State.TIMED_WAITING);

        readAhead.begins(SECOND);

        assertThat(reading.get(OneBatchAhead.PATIENCE_MILLIS / 2, TimeUnit.MILLISECONDS))
                .isSameAs(THIRD);
    }

    @Test
    void it_goes_on_when_that_batch_is_never_applied() throws Exception {
        reader.onConsume(FIRST);
        long begin = System.nanoTime();
        polling.start();

        assertThat(reading.get(1, TimeUnit.MINUTES)).isSameAs(THIRD);

        assertThat(System.nanoTime() - begin)
                .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(OneBatchAhead.PATIENCE_MILLIS));
    }

    @Test
    void batches_that_begin_twice_let_it_read_no_further() throws Exception {
        reader.onConsume(FIRST);
        readAhead.begins(FIRST);
        readAhead.begins(FIRST);
        reader.onConsume(SECOND);

        polling.start();

        await().until(() -> polling.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void it_is_not_held_for_batches_of_another() throws Exception {
        reader.onConsume(FIRST);
        OneBatchAhead other = reader();
        other.onConsume(SECOND);
        polling.start();
        await().until(() -> polling.getState() == Thread.State.TIMED_WAITING);

        readAhead.begins(SECOND);

        assertThat(polling.getState()).isEqualTo(Thread.State.TIMED_WAITING);
    }

    @Test
    void other_channels_are_as_they_were() {
        assertThat(readAhead.customize("dead-letters", null, new HashMap<>())).isEmpty();
    }

    private OneBatchAhead reader() {
        OneBatchAhead made = new OneBatchAhead();
        made.configure(readAhead.customize("reports$1", null, new HashMap<>()));
        return made;
    }

    private static ConsumerRecords<String, byte[]> batch(int partition) {
        TopicPartition place = new TopicPartition("reports", partition);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("reports", partition, 0, "530181009", new byte[0]);
        return new ConsumerRecords<>(Map.of(place, List.of(record)), Map.of());
    }
}
