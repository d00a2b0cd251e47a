package io.huizong.intake.validation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.event.Warning;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/** What the check of a request came to. */
public sealed interface Verdict {

    /** A report or a withdrawal that can be accepted, provided that its sender may write for the jurisdiction. */
    sealed interface Acceptable extends Verdict {

        /** The one whose report it is. */
        Jurisdiction jurisdiction();

        /** What the report is for. */
        Period period();

        /** The event that it becomes. */
        ReportEvent event(UUID submissionId, Instant time, Origin origin);
    }

    /**
     * The report can be accepted.
     *
     * @param report normalised
     * @param jurisdiction the one that reports
     * @param expectedRevision as the sender gave it; null if not given
     * @param warnings what is odd about it all the same
     */
    record Valid(Report report, Jurisdiction jurisdiction, Integer expectedRevision, List<Warning> warnings)
            implements Acceptable {

        @Override
        public Period period() {
            return report.period();
        }

        @Override
        public ReportEvent event(UUID submissionId, Instant time, Origin origin) {
            return new ReportSubmitted(submissionId, time, report, origin, expectedRevision, warnings);
        }
    }

    /**
     * The report of this jurisdiction for this period can be withdrawn.
     *
     * @param jurisdiction the one whose report it is
     * @param period what the report is for
     * @param expectedRevision as the sender gave it; null if not given
     */
    record Withdrawable(Jurisdiction jurisdiction, Period period, Integer expectedRevision) implements Acceptable {

        @Override
        public ReportEvent event(UUID submissionId, Instant time, Origin origin) {
            return new ReportWithdrawn(submissionId, time, jurisdiction.code(), period, origin, expectedRevision);
        }
    }

    /**
     * The request can be read, but is nothing that can be accepted.
     *
     * @param jurisdiction the one that it names; null if it names none that is known
     * @param violations at least one
     */
    record Refused(Jurisdiction jurisdiction, List<Violation> violations) implements Verdict {}

    /** No JSON object can be read from the request. */
    record Unreadable(Violation violation) implements Verdict {}

    /** The request is longer than {@link ReportValidation#MOST_BYTES}; nothing of it was looked at. */
    record TooLarge(Violation violation) implements Verdict {}
}
