package io.huizong.aggregation.consumption;

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
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.huizong.aggregation.batch.Batch;
import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.batch.Deadlocks;
import io.huizong.aggregation.batch.EventReader;
import io.huizong.aggregation.batch.LogEntry;
import io.huizong.aggregation.consumption.FetchTracker.PolledBatch;
import io.huizong.aggregation.consumption.PositionAlignment.Stopped;
import io.huizong.aggregation.generation.NoGenerationException;
import io.huizong.aggregation.log.LogEnds;
import io.huizong.aggregation.log.LogId;
import io.huizong.aggregation.log.OffsetRange;
import io.huizong.aggregation.report.UnreadableRecord;

/**
 * Takes the log in, batch by batch. A batch is acknowledged when its transaction is committed. What keeps a batch from being
 * applied is waited for; of a batch that does not begin where the database is nothing is applied, and it is read again.
 */
@ApplicationScoped
class ReportConsumer {

    private static final Logger LOG = Logger.getLogger(ReportConsumer.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration[] BATCH_BUCKETS = IntStream.of(
                    5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final EventReader reader;
    private final BatchApplication application;
    private final Deadlocks deadlocks;
    private final FetchTracker tracker;
    private final LogId log;
    private final LogEnds ends;
    private final ConsumptionState state;
    private final Gate gate;
    private final BatchesUnderWay underWay;
    private final BatchTrace trace;
    private final Timer batches;
    private final DistributionSummary records;

    ReportConsumer(
            EventReader reader,
            BatchApplication application,
            Deadlocks deadlocks,
            FetchTracker tracker,
            LogId log,
            LogEnds ends,
            ConsumptionState state,
            Gate gate,
            BatchesUnderWay underWay,
            BatchTrace trace,
            MeterRegistry meters) {
        this.reader = reader;
        this.application = application;
        this.deadlocks = deadlocks;
        this.tracker = tracker;
        this.log = log;
        this.ends = ends;
        this.state = state;
        this.gate = gate;
        this.underWay = underWay;
        this.trace = trace;
        this.batches = Timer.builder("huizong.batch.apply")
                .description("Batches that were applied, and how long each took from the first attempt to its commit")
                .serviceLevelObjectives(BATCH_BUCKETS)
                .register(meters);
        this.records = DistributionSummary.builder("huizong.batch.records")
                .description("Records of each batch that was applied")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500)
                .register(meters);
    }

    @Incoming("reports")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return Uni.createFrom()
                .item(records)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> LogFields.during(records, () -> gate.pass(() -> apply(records))))
                .onFailure(failure -> gate.isClosed())
                .recoverWithUni(Uni.createFrom().nothing())
                .onFailure()
                .invoke(failure -> LogFields.during(records, () -> waiting(records, failure)))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .invoke(() -> {
                    state.goesOn(records);
                    tracker.batch(records).ifPresent(PolledBatch::settle);
                    underWay.applied(records);
                })
                .replaceWithVoid();
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        tracker.batch(records).ifPresent(polled -> apply(records, polled));
    }

    private void apply(ConsumerRecords<String, byte[]> records, PolledBatch polled) {
        String logId = log.asOf(polled.heard());
        Map<Integer, OffsetRange> ranges = ranges(logId, polled);
        if (ranges.isEmpty()) {
            return;
        }
        List<LogEntry> entries = reader.read(logId, records);
        Batch batch = Batch.of(logId, ranges, entries);
        trace.apply(records, () -> batches.record(() -> deadlocks.survive(() -> application.apply(batch))));
        this.records.record(records.count());
        LOG.debugf("Applied %d records", records.count());
        batch.entries().stream()
                .filter(LogEntry.Unreadable.class::isInstance)
                .map(entry -> ((LogEntry.Unreadable) entry).record())
                .forEach(ReportConsumer::log);
        Map<Integer, LogEntry.Newer> stops = Batch.stops(entries);
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
            LogFields.during(record.submissionId(), logging);
        }
    }

    /** The offsets that the batch covers of each partition that belongs to that log. */
    private Map<Integer, OffsetRange> ranges(String logId, PolledBatch polled) {
        Map<Integer, OffsetRange> ranges = new HashMap<>();
        Set<Integer> without = new HashSet<>();
        polled.ranges().forEach((partition, range) -> {
            if (range.logId().equals(logId)) {
                ranges.put(partition.partition(), range.range());
                if (range.beginsWithoutRecord()) {
                    without.add(partition.partition());
                }
            }
        });
        if (!without.isEmpty()) {
            // Where the log begins later, records may have stood there.
            ends.ranges(without)
                    .forEach((partition, there) -> ranges.computeIfPresent(
                            partition,
                            (same, range) -> new OffsetRange(Math.max(range.from(), there.begin()), range.to())));
        }
        return ranges;
    }

    /** What is read behind it does not show that the partition goes on. */
    private void stopped(TopicPartition partition, LogEntry.Newer newer) {
        NewerRecordException stop = new NewerRecordException(newer.partition(), newer.offset(), newer.reason());
        state.waits(new Stopped(partition), stop);
        if (tracker.of(partition).stopsAt(newer.offset())) {
            LOG.errorf("%s", stop.getMessage());
        }
    }

    private void waiting(ConsumerRecords<String, byte[]> records, Throwable failure) {
        if (failure instanceof NoGenerationException) {
            state.goesOn(records);
            LOG.infof("Nothing is applied: %s", failure.getMessage());
            return;
        }
        state.waits(records, failure);
        LOG.warnf("Waiting to apply a batch: %s", Failures.log(failure));
    }
}
