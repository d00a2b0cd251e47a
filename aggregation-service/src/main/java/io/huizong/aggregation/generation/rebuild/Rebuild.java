package io.huizong.aggregation.generation.rebuild;

import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.huizong.aggregation.generation.GenerationSwitch;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.ingest.batch.DeadlockRetry;
import io.huizong.aggregation.ingest.batch.IngestedRecord;
import io.huizong.aggregation.ingest.batch.RecordReader;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReader;
import io.huizong.aggregation.offset.TopicReaders;
import io.huizong.aggregation.rollup.RollupWriter;

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
    private final GenerationSwitch succession;
    private final TopicId log;
    private final TopicReaders readers;
    private final StoredOffsets positions;
    private final RecordReader events;
    private final BatchTransaction application;
    private final DeadlockRetry deadlocks;
    private final RollupWriter rollups;

    Rebuild(
            Generations generations,
            GenerationSwitch succession,
            TopicId log,
            TopicReaders readers,
            StoredOffsets positions,
            RecordReader events,
            BatchTransaction application,
            DeadlockRetry deadlocks,
            RollupWriter rollups) {
        this.generations = generations;
        this.succession = succession;
        this.log = log;
        this.readers = readers;
        this.positions = positions;
        this.events = events;
        this.application = application;
        this.deadlocks = deadlocks;
        this.rollups = rollups;
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
        String logId = log.ask();
        try (TopicReader reader = readers.open()) {
            Map<Integer, Long> reached = positions.read(generation, logId);
            LOG.infof("Generation %d is filled from %s", generation, reached.isEmpty() ? "the beginning" : reached);
            reader.seek(reached);
            while (isBuilding(generation) && !Thread.currentThread().isInterrupted()) {
                takeIn(generation, logId, reader);
                if (succession.lacks(generation, logId, reader.ends()) <= MAX_LAST_RECORDS) {
                    checkIsStill(logId, generation);
                    deadlocks.survive(() -> rollups.addMissing(generation, generations.anyServing()));
                    if (succession.takeOver(generation, logId, reader::ends, () -> takeIn(generation, logId, reader))) {
                        LOG.infof("Generation %d serves", generation);
                    }
                }
            }
        }
    }

    /** A reader has the partitions that were there when it was opened. */
    private void checkIsStill(String logId, int generation) {
        if (!log.ask().equals(logId)) {
            throw new IllegalStateException(
                    "The topic was replaced while generation %d was filled".formatted(generation));
        }
    }

    private boolean isBuilding(int generation) {
        return generations.building().filter(number -> number == generation).isPresent();
    }

    /**
     * Takes in what comes next in the log; false if nothing came for a moment.
     *
     * @throws IllegalStateException if it cannot be taken in here, as only a newer version can read it or the database stands
     *     elsewhere by now
     */
    private boolean takeIn(int generation, String logId, TopicReader reader) {
        List<IngestedRecord> entries = events.read(logId, reader.poll());
        Map<Integer, OffsetRange> read = reader.read();
        if (read.isEmpty()) {
            return false;
        }
        Batch batch = Batch.of(logId, read, entries);
        boolean[] complete = new boolean[1];
        deadlocks.survive(() -> complete[0] = application.applyToBuilding(generation, batch));
        Batch.stops(entries).values().stream().findFirst().ifPresent(newer -> {
            throw new IllegalStateException("Generation %d stands still at offset %d of partition %d: %s"
                    .formatted(generation, newer.offset(), newer.partition(), newer.reason()));
        });
        if (!complete[0] && isBuilding(generation)) {
            throw new IllegalStateException(
                    "The positions of generation %d in the database have changed; it is read again from there"
                            .formatted(generation));
        }
        return true;
    }
}
