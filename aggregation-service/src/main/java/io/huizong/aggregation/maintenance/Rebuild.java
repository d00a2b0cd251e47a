package io.huizong.aggregation.maintenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

import io.huizong.aggregation.batch.Batch;
import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.batch.EventReader;
import io.huizong.aggregation.batch.LogEntry;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.generation.Succession;
import io.huizong.aggregation.log.LogId;
import io.huizong.aggregation.log.LogPositions;
import io.huizong.aggregation.log.LogReader;
import io.huizong.aggregation.log.LogReaders;

/**
 * Fills the generation that is being built from the log until it has caught up with the serving one and takes its place.
 * Where it stands is in the database with the totals: it can be broken off anywhere and gone on with by any instance, and
 * two instances at it do no harm.
 */
@ApplicationScoped
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Generations generations;
    private final Succession succession;
    private final LogId log;
    private final LogReaders readers;
    private final LogPositions positions;
    private final EventReader events;
    private final BatchApplication application;

    Rebuild(
            Generations generations,
            Succession succession,
            LogId log,
            LogReaders readers,
            LogPositions positions,
            EventReader events,
            BatchApplication application) {
        this.generations = generations;
        this.succession = succession;
        this.log = log;
        this.readers = readers;
        this.positions = positions;
        this.events = events;
        this.application = application;
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
            boolean building = true;
            while (building && !Thread.currentThread().isInterrupted()) {
                ConsumerRecords<String, byte[]> records = reader.poll();
                if (!records.isEmpty()) {
                    building = application.applyToBuilding(generation, batch(logId, records));
                } else if (succession.takeOver(generation, logId)) {
                    LOG.infof("Generation %d serves", generation);
                    building = false;
                } else {
                    building = generations
                            .building()
                            .filter(number -> number == generation)
                            .isPresent();
                }
            }
        }
    }

    private Batch batch(String logId, ConsumerRecords<String, byte[]> records) {
        List<LogEntry> entries = new ArrayList<>(records.count());
        records.forEach(record -> entries.add(events.read(logId, record)));
        return new Batch(logId, entries);
    }
}
