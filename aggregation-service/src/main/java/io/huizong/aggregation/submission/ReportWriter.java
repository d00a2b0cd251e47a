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

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.Chunks;
import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.persistence.RowStatement;
import io.huizong.aggregation.persistence.Values;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.report.Report;

/** Writes submissions and with them the current reports. */
@ApplicationScoped
public class ReportWriter {

    private static final RowStatement<Moved> MOVING = new RowStatement<>("""
            update submission set log_id = ?, log_partition = ?, log_offset = ?
            where generation = ? and submission_id = ? and jurisdiction = ? and period = ?""", (update, row) -> {
        update.setString(1, row.topicId());
        update.setInt(2, row.event().partition());
        update.setLong(3, row.event().offset());
        update.setInt(4, row.id().generation());
        update.setBytes(5, Values.binary(row.id().submissionId()));
        update.setString(6, row.id().jurisdiction());
        update.setString(7, row.id().period());
    });

    /** A submission that is read again, from the topic with that id. */
    private record Moved(SubmissionRow.Id id, String topicId, IngestedEvent event) {}

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

    private final StatelessSession session;
    private final ReportRows reports;
    private final SubmissionReader submissions;
    private final SubmissionKeys keys;
    private final SubmissionJson json;

    ReportWriter(
            StatelessSession session,
            ReportRows reports,
            SubmissionReader submissions,
            SubmissionKeys keys,
            SubmissionJson json) {
        this.session = session;
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
        Map<SubmissionRow.Id, String> known = submissions.topicIds(
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
                                new Revised(1, ingested.event().current()),
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
        Chunks.of(added).forEach(session::insertMultiple);
        MOVING.run(session, moved);
        Chunks.of(uncounted).forEach(session::insertMultiple);
        return new Revisions(revised, outcomes);
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
        row.partition = ingested.partition();
        row.offset = ingested.offset();
        row.kind = ingested.event().match(submitted -> SubmissionKind.SUBMITTED, withdrawn -> SubmissionKind.WITHDRAWN);
        row.report = ingested.event().current().map(json::write).orElse(null);
        row.warnings = json.warnings(ingested.event().warnings());
        return row;
    }
}
