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
import io.huizong.aggregation.submission.Revisions.Revised;
import io.huizong.aggregation.submission.SubmissionRows.Moved;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;

/** Writes submissions and with them the current reports. */
@ApplicationScoped
public class ReportWriter {

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
     * @param logId id of their topic
     * @param events in its order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Revisions apply(int generation, String logId, List<IngestedEvent> events) {
        if (events.isEmpty()) {
            return new Revisions(Map.of(), List.of());
        }
        List<GenerationKey> places = events.stream()
                .map(logged -> GenerationKey.of(generation, logged.event()))
                .distinct()
                .sorted(GenerationKey.KEY_ORDER)
                .toList();
        Map<GenerationKey, ReportRow> rows = reports.lock(places);
        // Asked for under the locks of the reports: another instance may have been busy with the same submissions.
        Map<SubmissionRowId, String> known = submissions.known(
                generation,
                events.stream().map(logged -> logged.event().submissionId()).toList());
        Map<SubmissionRowId, IngestedEvent> first = new LinkedHashMap<>();
        List<Moved> moved = new ArrayList<>();
        for (IngestedEvent logged : events) {
            SubmissionRowId id = SubmissionRowId.of(generation, logged.event());
            if (!known.containsKey(id)) {
                first.putIfAbsent(id, logged);
            } else if (!logId.equals(known.put(id, logId))) {
                moved.add(new Moved(id, logId, logged));
            }
        }
        // Where a batch ends decides nothing: a record that comes again is passed over before its key is looked at.
        Set<SubmissionRowId> reusing = keys.reusing(generation, List.copyOf(first.values()));

        Set<GenerationKey> changed = new TreeSet<>(GenerationKey.KEY_ORDER);
        Map<RollupKey, Revised> revised = new HashMap<>();
        List<SubmissionOutcome> outcomes = new ArrayList<>();
        List<SubmissionRow> added = new ArrayList<>();
        List<UncountedRow> uncounted = new ArrayList<>();
        first.forEach((id, logged) -> {
            ReportRow row = rows.get(id.place());
            SubmissionOutcome outcome =
                    reusing.contains(id) ? SubmissionOutcome.KEY_REUSED : row.outcomeOf(logged.event());
            outcomes.add(outcome);
            SubmissionRow submission = submission(id, logId, logged, outcome);
            if (outcome == SubmissionOutcome.APPLIED) {
                submission.replaced = row.current;
                row.revise(logged.event());
                submission.revision = row.revision;
                changed.add(id.place());
                logged.place()
                        .ifPresent(place -> revised.merge(
                                place,
                                new Revised(1, report(logged)),
                                (before, now) -> new Revised(before.revisions() + 1, now.current())));
                if (!logged.notCounted().isEmpty()) {
                    uncounted.add(uncounted(id, logged));
                }
            }
            added.add(submission);
        });
        reports.write(changed.stream().map(rows::get).toList());
        submissions.insert(added);
        submissions.move(moved);
        submissions.insertUncounted(uncounted);
        return new Revisions(revised, outcomes);
    }

    private UncountedRow uncounted(SubmissionRowId submission, IngestedEvent logged) {
        UncountedRow row = new UncountedRow();
        row.id = UncountedRow.UncountedId.of(submission);
        row.notCounted = json.notCounted(logged.notCounted());
        return row;
    }

    private static Optional<Report> report(IngestedEvent logged) {
        return logged.event() instanceof ReportSubmitted submitted ? Optional.of(submitted.report()) : Optional.empty();
    }

    private SubmissionRow submission(
            SubmissionRowId id, String logId, IngestedEvent logged, SubmissionOutcome outcome) {
        SubmissionRow row = new SubmissionRow();
        row.id = id;
        row.outcome = outcome;
        row.expectedRevision = logged.event().expectedRevision();
        row.client = logged.event().origin().client();
        row.idempotencyKey = logged.event().origin().idempotencyKey();
        row.bodyLine = logged.event().origin().line();
        row.submittedAt = logged.event().time();
        row.logId = logId;
        row.logPartition = logged.partition();
        row.logOffset = logged.offset();
        if (logged.event() instanceof ReportSubmitted submitted) {
            row.kind = SubmissionKind.SUBMITTED;
            row.report = json.report(submitted.report());
            row.warnings = json.warnings(submitted.warnings());
        } else {
            row.kind = SubmissionKind.WITHDRAWN;
        }
        return row;
    }
}
