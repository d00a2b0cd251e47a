package io.huizong.aggregation.ingest.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.generation.TableStamps;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.rollup.RollupWriter;
import io.huizong.aggregation.rollup.arithmetic.Fold;
import io.huizong.aggregation.rollup.arithmetic.OwnReport;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.ReportWriter;
import io.huizong.aggregation.submission.SubmissionOutcome;
import io.huizong.aggregation.submission.UnreadableRecords;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * Applies all records of a batch in one transaction, together with the offsets that it reaches. Rows are locked in one order:
 * generation, stored offsets, unreadable records, reports, idempotency keys, submissions, rollups, stamps.
 */
@ApplicationScoped
public class BatchTransaction {

    private final Generations generations;
    private final StoredOffsets offsets;
    private final ReportWriter reports;
    private final UnreadableRecords unreadable;
    private final RollupWriter rollups;
    private final TableStamps stamps;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final Event<SubmissionsApplied> applied;

    BatchTransaction(
            Generations generations,
            StoredOffsets offsets,
            ReportWriter reports,
            UnreadableRecords unreadable,
            RollupWriter rollups,
            TableStamps stamps,
            DivisionTree tree,
            IndicatorCatalog catalog,
            Event<SubmissionsApplied> applied) {
        this.generations = generations;
        this.offsets = offsets;
        this.reports = reports;
        this.unreadable = unreadable;
        this.rollups = rollups;
        this.stamps = stamps;
        this.tree = tree;
        this.catalog = catalog;
        this.applied = applied;
    }

    /**
     * Submissions got their outcomes in the serving generation; a CDI event within the transaction that stores them.
     *
     * @param outcomes one for each submission
     */
    public record SubmissionsApplied(List<SubmissionOutcome> outcomes) {}

    /**
     * Applies to the serving generation what follows its stored offset in each partition: records before it are
     * dropped, and a partition whose batch begins after it is left out.
     *
     * @throws io.huizong.aggregation.generation.NoGenerationException if the serving generation has other files than
     *     this instance
     */
    @Transactional
    public void apply(Batch batch) {
        applied.fire(apply(generations.lockServing(), batch));
    }

    /**
     * Applies a batch likewise to that generation, if it is still the one that is being filled.
     *
     * @return whether it is, and takes in all of the batch or has done so already
     */
    @Transactional
    public boolean applyToBuilding(int generation, Batch batch) {
        boolean building = generations
                .lockBuilding()
                .filter(number -> number == generation)
                .isPresent();
        if (!building) {
            return false;
        }
        apply(generation, batch);
        var reached = offsets.read(generation, batch.topicId());
        return batch.ranges().entrySet().stream()
                .allMatch(range -> reached.getOrDefault(range.getKey(), 0L)
                        >= range.getValue().to());
    }

    private SubmissionsApplied apply(int generation, Batch batch) {
        var reached = offsets.lock(
                generation, batch.topicId(), new TreeSet<>(batch.ranges().keySet()));
        Batch next = batch.after(reached);
        // Before the root's rollups, which everyone waits for, are locked.
        offsets.move(generation, next.topicId(), next.ends(), next.newestTimes());
        unreadable.add(generation, next.unreadable());
        List<SubmissionOutcome> outcomes = new ArrayList<>(apply(generation, next.events(), batch.topicId()));
        next.unreadable().forEach(record -> outcomes.add(SubmissionOutcome.UNREADABLE));
        stamps.renew();
        return new SubmissionsApplied(outcomes);
    }

    private List<SubmissionOutcome> apply(int generation, List<IngestedEvent> events, String topicId) {
        ReportWriter.Revisions revisions = reports.apply(generation, topicId, events);
        Fold fold = new Fold(tree, catalog);
        revisions
                .revised()
                .forEach((key, revised) -> fold.replaceOwn(
                        key,
                        revised.current()
                                .map(report -> OwnReport.of(report, catalog))
                                .orElse(null),
                        revised.revisions()));
        rollups.apply(generation, fold);
        return revisions.outcomes();
    }
}
