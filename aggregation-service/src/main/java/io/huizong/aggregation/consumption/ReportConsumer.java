package io.huizong.aggregation.consumption;

import java.time.Duration;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.huizong.aggregation.batch.Batch;
import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.batch.Deadlocks;
import io.huizong.aggregation.batch.EventReader;
import io.huizong.aggregation.log.LogId;

/**
 * Takes the log in, batch by batch. A batch is acknowledged, and its offsets move, when its transaction is committed and
 * its dead letters are in their topic. What keeps a batch from being applied is waited for; nothing is skipped.
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
    private final DeadLetters deadLetters;
    private final LogId log;
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
            DeadLetters deadLetters,
            LogId log,
            ConsumptionState state,
            Gate gate,
            BatchesUnderWay underWay,
            BatchTrace trace,
            MeterRegistry meters) {
        this.reader = reader;
        this.application = application;
        this.deadlocks = deadlocks;
        this.deadLetters = deadLetters;
        this.log = log;
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
                    underWay.applied(records);
                })
                .replaceWithVoid();
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        Batch batch = reader.read(log.get(), records);
        // Before their offsets can move: twice in the topic is better than not at all.
        deadLetters.send(batch.entries());
        trace.apply(records, () -> batches.record(() -> deadlocks.survive(() -> application.apply(batch))));
        this.records.record(records.count());
        LOG.debugf("Applied %d records", records.count());
    }

    private void waiting(ConsumerRecords<String, byte[]> records, Throwable failure) {
        state.waits(records, failure);
        LOG.warnf("A batch waits to be applied: %s", failure);
    }
}
