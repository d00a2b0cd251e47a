package io.huizong.aggregation.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A consumer reads one batch while another is applied; then it is held. */
class OneBatchAheadTest {

    private static final ConsumerRecords<String, byte[]> FIRST = batch(1);
    private static final ConsumerRecords<String, byte[]> SECOND = batch(2);
    private static final ConsumerRecords<String, byte[]> THIRD = batch(1);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ReadAhead readAhead = new ReadAhead();

    @Test
    void it_is_held_until_the_batch_that_it_read_before_is_about_to_be_applied() throws Exception {
        OneBatchAhead reader = reader(LONG);
        reader.onConsume(FIRST);
        readAhead.begins(FIRST);
        reader.onConsume(SECOND);
        FutureTask<ConsumerRecords<String, byte[]>> reading = new FutureTask<>(() -> reader.onConsume(THIRD));
        Thread polling = new Thread(reading);
        polling.start();
        await().until(() -> polling.getState() == Thread.State.TIMED_WAITING);

        readAhead.begins(SECOND);

        assertThat(reading.get(LONG.toSeconds() / 2, TimeUnit.SECONDS)).isSameAs(THIRD);
    }

    @Test
    void it_goes_on_when_that_batch_is_never_applied() {
        OneBatchAhead reader = reader(SHORT);
        reader.onConsume(FIRST);

        assertThat(timeToRead(reader)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void batches_that_begin_twice_let_it_read_no_further() {
        OneBatchAhead reader = reader(SHORT);
        reader.onConsume(FIRST);
        readAhead.begins(FIRST);
        readAhead.begins(FIRST);
        reader.onConsume(SECOND);

        assertThat(timeToRead(reader)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void it_does_not_go_on_for_batches_of_another() {
        OneBatchAhead reader = reader(SHORT);
        OneBatchAhead other = reader(SHORT);
        reader.onConsume(FIRST);
        other.onConsume(SECOND);

        readAhead.begins(SECOND);

        assertThat(timeToRead(reader)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void other_channels_are_as_they_were() {
        assertThat(readAhead.customize("dead-letters", null, new HashMap<>())).isEmpty();
    }

    private Duration timeToRead(OneBatchAhead reader) {
        long begin = System.nanoTime();
        assertThat(reader.onConsume(THIRD)).isSameAs(THIRD);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private OneBatchAhead reader(Duration patience) {
        OneBatchAhead made = new OneBatchAhead(patience);
        made.configure(readAhead.customize("reports$1", null, new HashMap<>()));
        return made;
    }

    private static ConsumerRecords<String, byte[]> batch(int partition) {
        TopicPartition place = new TopicPartition("reports", partition);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("reports", partition, 0, "530181009", new byte[0]);
        return new ConsumerRecords<>(Map.of(place, List.of(record)), Map.of());
    }
}
