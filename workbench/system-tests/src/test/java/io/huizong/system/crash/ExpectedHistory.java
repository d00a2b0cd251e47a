package io.huizong.system.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;

/** What every submission of a history comes to, and which reports are current after it, told one event after the other. */
final class ExpectedHistory {

    private final Map<UUID, SubmissionOutcome> outcomes = new HashMap<>();
    private final Map<Place, NewestRevision> revisions = new HashMap<>();
    private final Map<Place, Report> current = new HashMap<>();
    private final Map<Origin, UUID> firstUnderKey = new HashMap<>();

    ExpectedHistory(List<ReportEvent> events) {
        events.forEach(event -> {
            if (!outcomes.containsKey(event.submissionId())) {
                outcomes.put(event.submissionId(), take(event));
            }
        });
    }

    Map<UUID, SubmissionOutcome> outcomes() {
        return outcomes;
    }

    /** Of every place that has a revision. */
    Map<Place, NewestRevision> revisions() {
        return revisions;
    }

    Map<Place, Report> current() {
        return current;
    }

    /** The places whose report was withdrawn and has not come back. */
    List<Place> withdrawn() {
        return revisions.keySet().stream()
                .filter(place -> !current.containsKey(place))
                .toList();
    }

    private SubmissionOutcome take(ReportEvent event) {
        if (event instanceof ReportSubmitted submitted
                && submitted.report().figures().containsKey(RandomHistory.UNKNOWN_INDICATOR)) {
            return SubmissionOutcome.withoutEffect("DEAD_LETTERED");
        }
        if (reusesKey(event)) {
            return SubmissionOutcome.withoutEffect("KEY_REUSED");
        }
        Place place = new Place(event.jurisdiction(), event.period().toString());
        NewestRevision newest = revisions.getOrDefault(place, NewestRevision.NONE);
        if (event.expectedRevision() != null && event.expectedRevision() != newest.number()) {
            return SubmissionOutcome.withoutEffect("CONFLICT");
        }
        if (event instanceof ReportSubmitted submitted) {
            revisions.put(place, newest.revised(event.submissionId()));
            current.put(place, submitted.report());
        } else if (current.remove(place) == null) {
            return SubmissionOutcome.withoutEffect("NO_EFFECT");
        } else {
            revisions.put(place, newest.revised(null));
        }
        return new SubmissionOutcome("APPLIED", newest.number() + 1, newest.current());
    }

    private boolean reusesKey(ReportEvent event) {
        if (event.origin().idempotencyKey() == null) {
            return false;
        }
        UUID first = firstUnderKey.putIfAbsent(event.origin(), event.submissionId());
        return first != null && !first.equals(event.submissionId());
    }
}
