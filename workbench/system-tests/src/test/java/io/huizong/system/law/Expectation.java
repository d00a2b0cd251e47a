package io.huizong.system.law;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.report.Report;
import io.huizong.system.history.ExpectedHistory;
import io.huizong.system.history.ExpectedRollups;
import io.huizong.system.history.NotCounted;
import io.huizong.system.history.PlacedSubmission;
import io.huizong.system.stored.LogOffset;

/** What must be stored: worked out from the log and the files of an edition by slow code that is the test's own. */
final class Expectation {

    private final Edition edition;
    private final List<LoggedRecord> log;
    private final ExpectedHistory history;
    private final ExpectedRollups rollups;
    private final Map<LogOffset, LawRecord> unreadable = new HashMap<>();

    Expectation(List<LoggedRecord> log, Edition edition) {
        this.edition = edition;
        this.log = log;
        List<ReportEvent> events = log.stream()
                .sorted(Comparator.comparing(
                                (LoggedRecord record) -> record.offset().partition())
                        .thenComparing(record -> record.offset().offset()))
                .flatMap(record -> readable(record).stream())
                .toList();
        history = new ExpectedHistory(events);
        rollups = new ExpectedRollups(edition.tree(), edition.catalog(), history);
    }

    private Optional<ReportEvent> readable(LoggedRecord logged) {
        Optional<ReportEvent> event = logged.record().event();
        if (event.isEmpty()) {
            unreadable.put(logged.offset(), logged.record());
        }
        return event;
    }

    int records() {
        return log.size();
    }

    ExpectedHistory history() {
        return history;
    }

    ExpectedRollups rollups() {
        return rollups;
    }

    /** The records that are set aside. */
    Map<LogOffset, LawRecord> unreadable() {
        return unreadable;
    }

    /** The same with what the list in the database says of them. */
    Map<LogOffset, Optional<UUID>> unreadableIds() {
        Map<LogOffset, Optional<UUID>> ids = new HashMap<>();
        unreadable.forEach((offset, record) -> ids.put(offset, record.submissionId()));
        return ids;
    }

    /** What is not counted of each current report. */
    Map<PlacedSubmission, Set<NotCounted>> uncounted() {
        Map<PlacedSubmission, Set<NotCounted>> uncounted = notCounted();
        uncounted.keySet().removeIf(submission -> !submission
                .id()
                .equals(history.revisions().get(submission.place()).current()));
        return uncounted;
    }

    /** What is not counted of each report that became a revision, current or not. */
    Map<PlacedSubmission, Set<NotCounted>> notCounted() {
        Map<PlacedSubmission, Set<NotCounted>> parts = new HashMap<>();
        for (Map.Entry<PlacedSubmission, Report> applied :
                history.appliedReports().entrySet()) {
            Set<NotCounted> ofReport = NotCounted.of(applied.getValue(), edition.tree(), edition.catalog());
            if (!ofReport.isEmpty()) {
                parts.put(applied.getKey(), ofReport);
            }
        }
        return parts;
    }
}
