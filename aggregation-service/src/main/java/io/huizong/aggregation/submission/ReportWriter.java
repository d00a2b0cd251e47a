package io.huizong.aggregation.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.SubmissionRows.Moved;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;

/** Writes submissions and with them the current reports. */
@ApplicationScoped
public class ReportWriter {

    /**
     * The outcomes of events.
     *
     * @param revised the keys of rollups whose own reports were revised
     * @param outcomes of the submissions, without those that were known already
     */
    public record Revisions(Map<RollupKey, Revised> revised, List<SubmissionOutcome> outcomes) {}

    /**
     * How a report was revised.
     *
     * @param revisions how many revisions there are more than before
     * @param current the report that is current now; empty if there is none any more
     */
    public record Revised(int revisions, Optional<Report> current) {}

    private final ReportRows reports;
    private final SubmissionRows submissions;
    private final SubmissionKeys keys;
    private final SubmissionJson json;

    ReportWriter(ReportRows reports, SubmissionRows submissions, SubmissionKeys keys, SubmissionJson json) {
        this.reports = reports;
        this.submissions = submissions;
        this.keys = keys;
        this.json = json;
    }

    /**
     * Stores the outcome of every event, within the caller's transaction. Events that are known already are dropped.
     *
     * @param topicId id of their topic
     * @param events in its order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Revisions apply(int generation, String topicId, List<IngestedEvent> events) {
        if (events.isEmpty()) {
            return new Revisions(Map.of(), List.of());
        }
        Map<GenerationKey, ReportRow> rows = reports.lock(events.stream()
                .map(ingested -> GenerationKey.of(generation, ingested.event()))
                .distinct()
                .sorted(GenerationKey.KEY_ORDER)
                .toList());
        // Asked for under the locks of the reports: another instance may have been busy with the same submissions.
        Map<SubmissionRow.Id, String> known = submissions.known(
                generation,
                events.stream().map(ingested -> ingested.event().submissionId()).toList());
        Map<SubmissionRow.Id, IngestedEvent> first = new LinkedHashMap<>();
        List<Moved> moved = new ArrayList<>();
        for (IngestedEvent ingested : events) {
            SubmissionRow.Id id = SubmissionRow.Id.of(generation, ingested.event());
            if (!known.containsKey(id)) {
                first.putIfAbsent(id, ingested);
            } else if (!topicId.equals(known.put(id, topicId))) {
                moved.add(new Moved(id, topicId, ingested));
            }
        }
        // Where a batch ends decides nothing: a record that comes again is passed over before its key is looked at.
        Set<SubmissionRow.Id> reusing = keys.reusing(generation, first.values());

        Set<GenerationKey> changed = new TreeSet<>(GenerationKey.KEY_ORDER);
        Map<RollupKey, Revised> revised = new HashMap<>();
        List<SubmissionOutcome> outcomes = new ArrayList<>();
        List<SubmissionRow> added = new ArrayList<>();
        List<UncountedRow> uncounted = new ArrayList<>();
        first.forEach((id, ingested) -> {
            ReportRow row = rows.get(id.report());
            SubmissionOutcome outcome =
                    reusing.contains(id) ? SubmissionOutcome.KEY_REUSED : row.outcomeOf(ingested.event());
            outcomes.add(outcome);
            SubmissionRow submission = submission(id, topicId, ingested, outcome);
            if (outcome == SubmissionOutcome.APPLIED) {
                submission.replaced = row.current;
                row.revise(ingested.event());
                submission.revision = row.revision;
                changed.add(id.report());
                ingested.key()
                        .ifPresent(key -> revised.merge(
                                key,
                                new Revised(1, report(ingested)),
                                (before, now) -> new Revised(before.revisions() + 1, now.current())));
                if (!ingested.notCounted().isEmpty()) {
                    UncountedRow parts = new UncountedRow();
                    parts.id = id;
                    parts.notCounted = json.write(ingested.notCounted());
                    uncounted.add(parts);
                }
            }
            added.add(submission);
        });
        reports.write(changed.stream().map(rows::get).toList());
        submissions.insert(added);
        submissions.move(moved);
        submissions.insert(uncounted);
        return new Revisions(revised, outcomes);
    }

    private static Optional<Report> report(IngestedEvent ingested) {
        return ingested.event() instanceof ReportSubmitted submitted
                ? Optional.of(submitted.report())
                : Optional.empty();
    }

    private SubmissionRow submission(
            SubmissionRow.Id id, String topicId, IngestedEvent ingested, SubmissionOutcome outcome) {
        SubmissionRow row = new SubmissionRow();
        row.id = id;
        row.outcome = outcome;
        row.expectedRevision = ingested.event().expectedRevision();
        row.client = ingested.event().origin().client();
        row.idempotencyKey = ingested.event().origin().idempotencyKey();
        row.bodyLine = ingested.event().origin().line();
        row.submittedAt = ingested.event().time();
        row.topicId = topicId;
        row.logPartition = ingested.partition();
        row.logOffset = ingested.offset();
        if (ingested.event() instanceof ReportSubmitted submitted) {
            row.kind = SubmissionKind.SUBMITTED;
            row.report = json.write(submitted.report());
            row.warnings = json.warnings(submitted.warnings());
        } else {
            row.kind = SubmissionKind.WITHDRAWN;
        }
        return row;
    }
}
