package io.huizong.aggregation.batch;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.log.LogPositions;
import io.huizong.aggregation.report.DeadLetter;
import io.huizong.aggregation.report.DeadLetterWriter;
import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.aggregation.report.ReportWriter;
import io.huizong.aggregation.report.Revisions;
import io.huizong.aggregation.rollup.RollupWriter;
import io.huizong.aggregation.rollup.arithmetic.Fold;
import io.huizong.aggregation.rollup.arithmetic.OwnReport;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * Applies records of the log: all of a batch in one transaction, with the position in the log that is reached by it.
 * Everything is locked in one order: generation, positions, keys, reports, submissions, dead letters, rollups.
 */
@ApplicationScoped
public class BatchApplication {

    private final Generations generations;
    private final LogPositions positions;
    private final ReportWriter reports;
    private final DeadLetterWriter deadLetters;
    private final RollupWriter rollups;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final Event<SubmissionsSettled> settled;

    BatchApplication(
            Generations generations,
            LogPositions positions,
            ReportWriter reports,
            DeadLetterWriter deadLetters,
            RollupWriter rollups,
            DivisionTree tree,
            IndicatorCatalog catalog,
            Event<SubmissionsSettled> settled) {
        this.generations = generations;
        this.positions = positions;
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.rollups = rollups;
        this.tree = tree;
        this.catalog = catalog;
        this.settled = settled;
    }

    /**
     * Applies a batch to the serving generation. Records that it has taken in already are dropped.
     *
     * @throws MissingRecordsException if records before those of the batch were never taken in
     */
    @Transactional
    public void apply(Batch batch) {
        settled.fire(apply(generations.lockServing(), batch));
    }

    /**
     * Applies a batch to that generation, if it is still the one that is being filled.
     *
     * @return whether it is
     * @throws MissingRecordsException if records before those of the batch were never taken in
     */
    @Transactional
    public boolean applyToBuilding(int generation, Batch batch) {
        boolean building = generations
                .lockBuilding()
                .filter(number -> number == generation)
                .isPresent();
        if (building) {
            apply(generation, batch);
        }
        return building;
    }

    /**
     * Applies a dead letter that can be read now, at its place in the log.
     *
     * @return whether it was on the list of dead letters
     */
    @Transactional
    public boolean putBack(LogEntry.Applicable entry) {
        int generation = generations.lockServing();
        LoggedEvent event = entry.event();
        if (!deadLetters.putBack(generation, event.logId(), entry.partition(), entry.offset())) {
            return false;
        }
        settled.fire(apply(generation, List.of(event)));
        return true;
    }

    private SubmissionsSettled apply(int generation, Batch batch) {
        SortedMap<Integer, Long> first = batch.firstOffsets();
        Map<Integer, Long> reached = positions.lock(generation, batch.logId(), new TreeSet<>(first.keySet()));
        first.forEach((partition, offset) -> {
            if (offset > reached.get(partition)) {
                throw new MissingRecordsException(partition, reached.get(partition), offset);
            }
        });
        Batch fresh = new Batch(
                batch.logId(),
                batch.entries().stream()
                        .filter(entry -> entry.offset() >= reached.get(entry.partition()))
                        .toList());
        // Before the root's rollups, which everyone waits for, are locked.
        positions.move(generation, fresh.logId(), fresh.nextOffsets(), fresh.newestTimes());
        SubmissionsSettled outcomes = apply(generation, events(fresh.entries()));
        deadLetters.record(generation, deadLetters(fresh.logId(), fresh.entries()));
        return outcomes;
    }

    private SubmissionsSettled apply(int generation, List<LoggedEvent> events) {
        Revisions revisions = reports.apply(generation, events);
        Fold fold = new Fold(tree, catalog);
        revisions
                .current()
                .forEach((place, report) -> fold.replaceOwn(
                        place,
                        report.map(current -> OwnReport.of(current, catalog)).orElse(null)));
        rollups.apply(generation, fold);
        return new SubmissionsSettled(revisions.outcomes());
    }

    private static List<LoggedEvent> events(List<LogEntry> entries) {
        return entries.stream()
                .filter(LogEntry.Applicable.class::isInstance)
                .map(entry -> ((LogEntry.Applicable) entry).event())
                .toList();
    }

    private static List<DeadLetter> deadLetters(String logId, List<LogEntry> entries) {
        return entries.stream()
                .filter(LogEntry.Inapplicable.class::isInstance)
                .map(entry -> ((LogEntry.Inapplicable) entry).deadLetter(logId))
                .toList();
    }
}
