package io.huizong.aggregation.ingest;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.NoGenerationException;
import io.huizong.aggregation.ingest.FetchTracker.PolledBatch;
import io.huizong.aggregation.ingest.SeekToStoredOffsets.Stopped;
import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.ingest.batch.DeadlockRetry;
import io.huizong.aggregation.ingest.batch.RecordReader;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.offset.TopicEnds;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.aggregation.submission.UnreadableRecord;
import io.huizong.commons.logging.LogFields;
import io.huizong.commons.retry.Retry;

/**
 * Consumes the topic {@code reports} in batches. A batch is acknowledged when its transaction is committed. A batch
 * that cannot be applied is retried for ever; of a batch that does not begin at the stored offset nothing is applied,
 * and the consumer seeks there.
 */
@ApplicationScoped
class ReportConsumer {

    private static final Logger LOG = Logger.getLogger(ReportConsumer.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);
    private static final Duration[] BATCH_BUCKETS = IntStream.of(
                    5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final RecordReader reader;
    private final BatchTransaction transaction;
    private final DeadlockRetry deadlocks;
    private final FetchTracker tracker;
    private final TopicId topic;
    private final TopicEnds ends;
    private final IngestState state;
    private final ConsumerLifecycle lifecycle;
    private final PollBackpressure backpressure;
    private final BatchTrace trace;
    private final Timer batches;
    private final DistributionSummary records;

    ReportConsumer(
            RecordReader reader,
            BatchTransaction transaction,
            DeadlockRetry deadlocks,
            FetchTracker tracker,
            TopicId topic,
            TopicEnds ends,
            IngestState state,
            ConsumerLifecycle lifecycle,
            PollBackpressure backpressure,
            BatchTrace trace,
            MeterRegistry meters,
            @ConfigProperty(name = "mp.messaging.incoming.reports.max.poll.records") int batchSize) {
        this.reader = reader;
        this.transaction = transaction;
        this.deadlocks = deadlocks;
        this.tracker = tracker;
        this.topic = topic;
        this.ends = ends;
        this.state = state;
        this.lifecycle = lifecycle;
        this.backpressure = backpressure;
        this.trace = trace;
        this.batches = Timer.builder("huizong.batch.apply")
                .description("Batches that were applied, and how long each took from the first attempt to its commit")
                .serviceLevelObjectives(BATCH_BUCKETS)
                .register(meters);
        this.records = DistributionSummary.builder("huizong.batch.records")
                .description("Records of each batch that was applied")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, batchSize)
                .register(meters);
    }

    @Incoming("reports")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return Retry.forever(
                        Uni.createFrom()
                                .item(records)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(() -> logged(records, () -> lifecycle.pass(() -> apply(records))))
                                .onFailure(failure -> lifecycle.isClosed())
                                .recoverWithUni(Uni.createFrom().nothing()),
                        failure -> logged(records, () -> waiting(records, failure)),
                        FIRST_WAIT,
                        MAX_WAIT)
                .invoke(() -> {
                    state.goesOn(records);
                    tracker.batch(records).ifPresent(PolledBatch::settle);
                    backpressure.applied(records);
                })
                .replaceWithVoid();
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        PolledBatch polled = tracker.batch(records).orElse(null);
        if (polled == null) {
            return;
        }
        String topicId = topic.asOf(polled.heard());
        Map<Integer, OffsetRange> ranges = ranges(topicId, polled);
        if (ranges.isEmpty()) {
            return;
        }
        List<IngestedRecord> entries = reader.read(topicId, records);
        Batch batch = Batch.of(topicId, ranges, entries);
        trace.apply(records, () -> batches.record(() -> deadlocks.survive(() -> transaction.apply(batch))));
        this.records.record(records.count());
        LOG.debugf("Applied %d records", records.count());
        batch.unreadable().forEach(ReportConsumer::log);
        Map<Integer, IngestedRecord.Newer> stops = Batch.stops(entries);
        polled.ranges().keySet().stream()
                .filter(partition -> stops.containsKey(partition.partition()))
                .filter(partition ->
                        tracker.isCurrent(partition, polled.partitions().get(partition)))
                .forEach(partition -> stopped(partition, stops.get(partition.partition())));
    }

    private static void log(UnreadableRecord record) {
        Runnable logging = () -> LOG.warnf(
                "Record %d of partition %d cannot be read; GET /maintenance/unreadable says why",
                record.offset(), record.partition());
        if (record.submissionId() == null) {
            logging.run();
        } else {
            LogFields.with(LogFields.SUBMISSION_ID, record.submissionId().toString(), logging);
        }
    }

    /** The offsets that the batch covers of each partition that belongs to that topic. */
    private Map<Integer, OffsetRange> ranges(String topicId, PolledBatch polled) {
        Map<Integer, OffsetRange> ranges = new HashMap<>();
        Set<Integer> without = new HashSet<>();
        polled.ranges().forEach((partition, range) -> {
            if (range.topicId().equals(topicId)) {
                ranges.put(partition.partition(), range.range());
                if (range.beginsWithoutRecord()) {
                    without.add(partition.partition());
                }
            }
        });
        if (!without.isEmpty()) {
            // If the topic begins later, there may have been records.
            ends.ranges(without)
                    .forEach((partition, there) -> ranges.computeIfPresent(
                            partition,
                            (same, range) -> new OffsetRange(Math.max(range.from(), there.begin()), range.to())));
        }
        return ranges;
    }

    /** Records after it do not mean that the partition continues. */
    private void stopped(TopicPartition partition, IngestedRecord.Newer newer) {
        String reason =
                "partition %d stops at offset %d: %s".formatted(newer.partition(), newer.offset(), newer.reason());
        state.waits(new Stopped(partition), reason);
        if (tracker.of(partition).stopsAt(newer.offset())) {
            LOG.error(reason);
        }
    }

    private void waiting(ConsumerRecords<String, byte[]> records, Throwable failure) {
        if (failure instanceof NoGenerationException) {
            state.goesOn(records);
            LOG.infof("Nothing is applied: %s", failure.getMessage());
            return;
        }
        state.waits(records, failure);
        LOG.warnf("Waiting to apply a batch: %s", FailureText.log(failure));
    }

    /** What the work logs has the first offsets of the batch in a field. */
    private static void logged(ConsumerRecords<String, byte[]> batch, Runnable work) {
        String begins = batch.partitions().stream()
                .map(partition -> partition.partition() + "@"
                        + batch.records(partition).get(0).offset())
                .sorted()
                .collect(joining(" "));
        LogFields.with(LogFields.BATCH, begins, work);
    }
}
