package io.huizong.aggregation.maintenance;

import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

import io.huizong.aggregation.batch.Batch;
import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.batch.Deadlocks;
import io.huizong.aggregation.batch.EventReader;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.generation.Succession;
import io.huizong.aggregation.log.LogId;
import io.huizong.aggregation.log.LogPositions;
import io.huizong.aggregation.log.LogReader;
import io.huizong.aggregation.log.LogReaders;
import io.huizong.aggregation.rollup.RollupWriter;

/**
 * Fills the generation that is being built from the log until it has caught up with the serving one and takes its place.
 * Where it stands is in the database with the totals: it can be broken off anywhere and gone on with by any instance, and
 * two instances at it do no harm.
 */
@ApplicationScoped
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    /** Whoever applies reports waits while the last records are taken in: a second or so for these. */
    private static final int MOST_LAST_RECORDS = 1000;

    private final Generations generations;
    private final Succession succession;
    private final LogId log;
    private final LogReaders readers;
    private final LogPositions positions;
    private final EventReader events;
    private final BatchApplication application;
    private final Deadlocks deadlocks;
    private final RollupWriter rollups;

    Rebuild(
            Generations generations,
            Succession succession,
            LogId log,
            LogReaders readers,
            LogPositions positions,
            EventReader events,
            BatchApplication application,
            Deadlocks deadlocks,
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
        String logId = log.get();
        try (LogReader reader = readers.open()) {
            Map<Integer, Long> reached = positions.read(generation, logId);
            LOG.infof("Generation %d is filled from %s", generation, reached.isEmpty() ? "the beginning" : reached);
            reader.seek(reached);
            while (isBuilding(generation) && !Thread.currentThread().isInterrupted()) {
                takeIn(generation, logId, reader);
                if (succession.lacks(generation, logId) <= MOST_LAST_RECORDS) {
                    rollups.addMissing(generation, generations.serving());
                    if (succession.takeOver(generation, logId, () -> takeIn(generation, logId, reader))) {
                        LOG.infof("Generation %d serves", generation);
                    }
                }
            }
        }
    }

    private boolean isBuilding(int generation) {
        return generations.building().filter(number -> number == generation).isPresent();
    }

    /** Takes in what comes next in the log; false if nothing came for a moment. */
    private boolean takeIn(int generation, String logId, LogReader reader) {
        ConsumerRecords<String, byte[]> records = reader.poll();
        if (records.isEmpty()) {
            return false;
        }
        Batch batch = events.read(logId, records);
        deadlocks.survive(() -> application.applyToBuilding(generation, batch));
        return true;
    }
}
