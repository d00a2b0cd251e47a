package io.huizong.aggregation.generation.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.GenerationSwitch;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.ingest.batch.DeadlockRetry;
import io.huizong.aggregation.ingest.batch.RecordReader;
import io.huizong.aggregation.offset.KafkaClients;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReader;
import io.huizong.aggregation.rollup.RollupWriter;
import io.huizong.aggregation.submission.IngestedRecord;

/**
 * Fills the generation that is being built from the topic until it has caught up with the serving one and replaces
 * it. Its offsets are stored with its totals: it can stop anywhere, any instance can continue it, and two instances
 * at the same time do no harm.
 */
@ApplicationScoped
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    /** Applying reports waits while the last records are applied: about a second for these. */
    private static final int MAX_LAST_RECORDS = 1000;

    private final Generations generations;
    private final GenerationSwitch generationSwitch;
    private final TopicId topic;
    private final KafkaClients clients;
    private final StoredOffsets offsets;
    private final RecordReader events;
    private final BatchTransaction transaction;
    private final DeadlockRetry deadlocks;
    private final RollupWriter rollups;

    Rebuild(
            Generations generations,
            GenerationSwitch generationSwitch,
            TopicId topic,
            KafkaClients clients,
            StoredOffsets offsets,
            RecordReader events,
            BatchTransaction transaction,
            DeadlockRetry deadlocks,
            RollupWriter rollups) {
        this.generations = generations;
        this.generationSwitch = generationSwitch;
        this.topic = topic;
        this.clients = clients;
        this.offsets = offsets;
        this.events = events;
        this.transaction = transaction;
        this.deadlocks = deadlocks;
        this.rollups = rollups;
    }

    /**
     * How far a rebuild is.
     *
     * @param serving generation that answers
     * @param building generation that is being filled; null if none is
     * @param taken records that were applied to it; null if none is being filled
     * @param of records that were applied to the serving generation
     */
    @Schema(name = "Rebuild")
    record Progress(
            int serving,
            @Schema(nullable = true) Integer building,
            @Schema(nullable = true) Long taken,
            long of) {

        /** Whether the same rebuild has come no further since that earlier look. */
        boolean isWhere(Progress earlier) {
            return earlier != null
                    && Objects.equals(building, earlier.building)
                    && Objects.equals(taken, earlier.taken);
        }
    }

    @Transactional
    Progress progress() {
        int serving = generations.anyServing();
        Integer building = generations.anyBuilding().orElse(null);
        return new Progress(serving, building, building == null ? null : taken(building), taken(serving));
    }

    private long taken(int generation) {
        return offsets.read(generation, topic.get()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns when no generation is being built any more, or the thread is interrupted. */
    void finish() {
        while (!Thread.currentThread().isInterrupted()) {
            Integer building = generations.building().orElse(null);
            if (building == null) {
                return;
            }
            fill(building);
        }
    }

    private void fill(int generation) {
        String topicId = topic.ask();
        try (TopicReader reader = clients.openReports()) {
            Map<Integer, Long> reached = offsets.read(generation, topicId);
            LOG.infof("Generation %d is filled from %s", generation, reached.isEmpty() ? "the beginning" : reached);
            reader.seek(reached);
            while (isBuilding(generation) && !Thread.currentThread().isInterrupted()) {
                takeIn(generation, topicId, reader);
                if (offsets.lag(generation, topicId, reader.ends()) <= MAX_LAST_RECORDS) {
                    checkIsStill(topicId, generation);
                    deadlocks.survive(() -> rollups.addMissing(generation, generations.anyServing()));
                    if (generationSwitch.takeOver(
                            generation, topicId, reader::ends, () -> takeIn(generation, topicId, reader))) {
                        LOG.infof("Generation %d serves", generation);
                    }
                }
            }
        }
    }

    /** A reader has the partitions that were there when it was opened. */
    private void checkIsStill(String topicId, int generation) {
        if (!topic.ask().equals(topicId)) {
            throw new IllegalStateException(
                    "The topic was replaced while generation %d was filled".formatted(generation));
        }
    }

    private boolean isBuilding(int generation) {
        return generations.building().filter(number -> number == generation).isPresent();
    }

    /**
     * Takes in what comes next in the topic; false if nothing came for a moment.
     *
     * @throws IllegalStateException if it cannot be taken in here, as only a newer version can read it or the database has
     *     other offsets by now
     */
    private boolean takeIn(int generation, String topicId, TopicReader reader) {
        List<IngestedRecord> entries = events.read(topicId, reader.poll());
        Map<Integer, OffsetRange> read = reader.read();
        if (read.isEmpty()) {
            return false;
        }
        Batch batch = Batch.of(topicId, read, entries);
        boolean[] complete = new boolean[1];
        deadlocks.survive(() -> complete[0] = transaction.applyToBuilding(generation, batch));
        Batch.stops(entries).values().stream().findFirst().ifPresent(newer -> {
            throw new IllegalStateException("Generation %d stops at offset %d of partition %d: %s"
                    .formatted(generation, newer.offset(), newer.partition(), newer.reason()));
        });
        if (!complete[0] && isBuilding(generation)) {
            throw new IllegalStateException(
                    "The stored offsets of generation %d have changed; the topic is read again from there"
                            .formatted(generation));
        }
        return true;
    }
}
