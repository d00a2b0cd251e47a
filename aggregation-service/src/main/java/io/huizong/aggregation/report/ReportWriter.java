package io.huizong.aggregation.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.place.Place;
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
     * Writes down what every event came to, within the caller's transaction. Events that are known already are dropped.
     *
     * @param events in the order of the log
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Revisions apply(int generation, List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return new Revisions(Map.of(), List.of());
        }
        Set<UUID> reusing = keys.reusing(generation, events);
        Set<Place> places = new TreeSet<>(Place.LOCK_ORDER);
        events.forEach(event -> places.add(event.place()));
        Map<Place, ReportRow> rows = reports.lock(generation, places);
        // Asked for under the locks of the reports: another instance may have been busy with the same submissions.
        List<UUID> submissionIds =
                events.stream().map(logged -> logged.event().submissionId()).toList();
        Map<UUID, Outcome> known = submissions.outcomes(generation, submissionIds);
        // What could not be applied then may be applied now.
        Set<UUID> done = new HashSet<>(known.keySet());
        done.removeIf(id -> known.get(id) == Outcome.DEAD_LETTERED);

        Map<Place, Optional<Report>> changed = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<SubmissionRow> first = new ArrayList<>();
        List<SubmissionRow> again = new ArrayList<>();
        for (LoggedEvent logged : events) {
            UUID submissionId = logged.event().submissionId();
            if (done.add(submissionId)) {
                ReportRow row = rows.get(logged.place());
                Outcome outcome = reusing.contains(submissionId) ? Outcome.KEY_REUSED : row.outcomeOf(logged);
                outcomes.add(outcome);
                SubmissionRow submission = submission(generation, logged, outcome);
                if (outcome == Outcome.APPLIED) {
                    submission.replaced = row.current;
                    row.revise(logged);
                    submission.revision = row.revision;
                    changed.put(logged.place(), report(logged));
                }
                (known.containsKey(submissionId) ? again : first).add(submission);
            }
        }
        reports.write(
                places.stream().filter(changed::containsKey).map(rows::get).toList());
        submissions.insert(first);
        submissions.replace(again);
        return new Revisions(changed, outcomes);
    }

    private static Optional<Report> report(LoggedEvent logged) {
        return logged.event() instanceof ReportSubmitted submitted ? Optional.of(submitted.report()) : Optional.empty();
    }

    private SubmissionRow submission(int generation, LoggedEvent logged, Outcome outcome) {
        SubmissionRow row = new SubmissionRow();
        row.id = new SubmissionRowId(generation, logged.event().submissionId());
        row.jurisdiction = logged.event().jurisdiction();
        row.period = logged.event().period().toString();
        row.outcome = outcome;
        row.expectedRevision = logged.event().expectedRevision();
        row.client = logged.event().origin().client();
        row.idempotencyKey = logged.event().origin().idempotencyKey();
        row.bodyLine = logged.event().origin().line();
        row.submittedAt = logged.event().time();
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
