package io.huizong.system.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;

/**
 * What every submission of a history comes to, and which reports are current after it, told one event after the other. Neither
 * tree nor catalog has a say in it: what they do not know is a revision like any other.
 */
public final class ExpectedHistory {

    private final Map<PlacedSubmission, SubmissionOutcome> outcomes = new HashMap<>();
    private final Map<Place, NewestRevision> revisions = new HashMap<>();
    private final Map<Place, Report> current = new HashMap<>();
    private final Map<PlacedSubmission, Report> reports = new HashMap<>();
    private final Map<KeyAtPlace, UUID> firstUnderKey = new HashMap<>();

    /** A key speaks for one place. */
    private record KeyAtPlace(Origin origin, Place place) {}

    /** @param events those of one place in their order in the log; the places in any order */
    public ExpectedHistory(List<ReportEvent> events) {
        events.forEach(event -> {
            Place place = new Place(event.jurisdiction(), event.period().toString());
            PlacedSubmission submission = new PlacedSubmission(event.submissionId(), place);
            if (!outcomes.containsKey(submission)) {
                outcomes.put(submission, take(event, submission));
            }
        });
    }

    public Map<PlacedSubmission, SubmissionOutcome> outcomes() {
        return outcomes;
    }

    /** Of every place that has a revision. */
    public Map<Place, NewestRevision> revisions() {
        return revisions;
    }

    /** The current report of every place that has one. */
    public Map<Place, Report> current() {
        return current;
    }

    /** Every report that became a revision. */
    public Map<PlacedSubmission, Report> appliedReports() {
        return reports;
    }

    /** The places whose report was withdrawn and has not come back. */
    public List<Place> withdrawn() {
        return revisions.keySet().stream()
                .filter(place -> !current.containsKey(place))
                .toList();
    }

    private SubmissionOutcome take(ReportEvent event, PlacedSubmission submission) {
        Place place = submission.place();
        if (reusesKey(event, place)) {
            return SubmissionOutcome.withoutEffect("KEY_REUSED");
        }
        NewestRevision newest = revisions.getOrDefault(place, NewestRevision.NONE);
        if (event.expectedRevision() != null && event.expectedRevision() != newest.number()) {
            return SubmissionOutcome.withoutEffect("CONFLICT");
        }
        if (event instanceof ReportSubmitted submitted) {
            revisions.put(place, newest.revised(event.submissionId()));
            current.put(place, submitted.report());
            reports.put(submission, submitted.report());
        } else if (current.remove(place) == null) {
            return SubmissionOutcome.withoutEffect("NO_EFFECT");
        } else {
            revisions.put(place, newest.revised(null));
        }
        return new SubmissionOutcome("APPLIED", newest.number() + 1, newest.current());
    }

    private boolean reusesKey(ReportEvent event, Place place) {
        if (event.origin().idempotencyKey() == null) {
            return false;
        }
        UUID first = firstUnderKey.putIfAbsent(new KeyAtPlace(event.origin(), place), event.submissionId());
        return first != null && !first.equals(event.submissionId());
    }
}
