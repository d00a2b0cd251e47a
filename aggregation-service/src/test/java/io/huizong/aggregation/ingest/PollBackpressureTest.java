package io.huizong.aggregation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ingest.PollBackpressure.PollInterceptor;

/** A consumer that has read a batch is held until it is applied. */
class PollBackpressureTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ConsumerRecords<String, byte[]> batch = batch();
    private final ConsumerRecords<String, byte[]> other = batch();
    private final Map<String, ExecutorService> pollingThreads =
            Map.of("reports$1", Executors.newSingleThreadExecutor(), "reports$2", Executors.newSingleThreadExecutor());

    @AfterEach
    void end() {
        pollingThreads.values().forEach(ExecutorService::shutdownNow);
    }

    @Test
    void its_next_poll_comes_after_the_batch_is_applied() throws Exception {
        PollBackpressure underWay = underWay(LONG);
        interceptor(underWay, "reports$1").onConsume(batch);
        Future<?> poll = poll("reports$1");
        assertWaits(poll);

        underWay.applied(batch);

        poll.get(LONG.toSeconds() / 2, TimeUnit.SECONDS);
    }

    @Test
    void it_goes_on_when_that_batch_is_never_applied() throws Exception {
        long begin = System.nanoTime();
        interceptor(underWay(SHORT), "reports$1").onConsume(batch);

        poll("reports$1").get(LONG.toSeconds() / 2, TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void it_is_held_for_a_batch_of_its_own_and_no_other() throws Exception {
        PollBackpressure underWay = underWay(LONG);
        interceptor(underWay, "reports$1").onConsume(batch);
        interceptor(underWay, "reports$2").onConsume(other);
        Future<?> poll = poll("reports$1");

        underWay.applied(other);

        poll("reports$2").get(LONG.toSeconds() / 2, TimeUnit.SECONDS);
        assertWaits(poll);
    }

    @Test
    void a_batch_that_was_applied_too_late_lets_nobody_go_on() throws Exception {
        PollBackpressure underWay = underWay(LONG);
        PollInterceptor interceptor = interceptor(underWay, "reports$1");
        interceptor.onConsume(batch);
        underWay.applied(batch);
        poll("reports$1").get(LONG.toSeconds() / 2, TimeUnit.SECONDS);
        interceptor.onConsume(other);

        underWay.applied(batch);

        assertWaits(poll("reports$1"));
    }

    @Test
    void other_channels_are_as_they_were() {
        Map<String, Object> settings = Map.of("group.id", "others");

        assertThat(underWay(LONG).customize("rollup-changes", null, new HashMap<>(settings)))
                .isEqualTo(settings);
    }

    @Test
    void instances_with_other_files_are_in_another_group() {
        assertThat(underWay(LONG).customize("reports$2", null, new HashMap<>(Map.of("group.id", "aggregation"))))
                .containsEntry("group.id", "aggregation-0a1b2c3d");
    }

    private static void assertWaits(Future<?> poll) {
        assertThatThrownBy(() -> poll.get(SHORT.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    /** The connector has the thread poll again as soon as it has nothing else to do. */
    private Future<?> poll(String channel) {
        return pollingThreads.get(channel).submit(() -> {});
    }

    private PollBackpressure underWay(Duration patience) {
        return new PollBackpressure(
                (channel, task) -> pollingThreads.get(channel).submit(task),
                patience,
                new FetchTracker(),
                () -> "0a1b2c3d");
    }

    private static PollInterceptor interceptor(PollBackpressure underWay, String channel) {
        PollInterceptor made = new PollInterceptor();
        made.configure(underWay.customize(channel, null, new HashMap<>()));
        return made;
    }

    private static ConsumerRecords<String, byte[]> batch() {
        TopicPartition place = new TopicPartition("reports", 1);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("reports", 1, 0, "530181009", new byte[0]);
        return new ConsumerRecords<>(Map.of(place, List.of(record)), Map.of(place, new OffsetAndMetadata(1)));
    }
}
