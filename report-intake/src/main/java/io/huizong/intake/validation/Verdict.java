package io.huizong.intake.validation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.huizong.contract.Finding;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/** The result of checking a request. */
public sealed interface Verdict {

    /** A report or a withdrawal that can be accepted, provided that its sender may write for the jurisdiction. */
    sealed interface Acceptable extends Verdict {

        /** The one whose report it is. */
        Jurisdiction jurisdiction();

        /** What the report is for. */
        Period period();

        /** The revision that the sender expects; null if not given. */
        Integer expectedRevision();

        /** The event to publish. */
        ReportEvent event(UUID submissionId, Instant time, Origin origin);
    }

    /** The report, which is normalised, can be accepted. */
    record Valid(Report report, Jurisdiction jurisdiction, Integer expectedRevision, List<Finding> warnings)
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

    /** The report of this jurisdiction for this period can be withdrawn. */
    record Withdrawable(Jurisdiction jurisdiction, Period period, Integer expectedRevision) implements Acceptable {

        @Override
        public ReportEvent event(UUID submissionId, Instant time, Origin origin) {
            return new ReportWithdrawn(submissionId, time, jurisdiction.code(), period, origin, expectedRevision);
        }
    }

    /** Why a request cannot be accepted. */
    enum Fault {
        /** No JSON object can be read from it. */
        UNREADABLE,
        /** It is longer than {@link ReportValidation#MAX_BYTES}; nothing of it was looked at. */
        TOO_LARGE,
        /** It can be read and breaks rules. */
        REFUSED
    }

    /**
     * The request cannot be accepted.
     *
     * @param fault why
     * @param jurisdiction the one that it names; null if it names none that is known
     * @param findings the rules that it breaks, at least one
     */
    record Invalid(Fault fault, Jurisdiction jurisdiction, List<Finding> findings) implements Verdict {

        static Invalid unreadable(Finding finding) {
            return new Invalid(Fault.UNREADABLE, null, List.of(finding));
        }

        static Invalid refused(Jurisdiction jurisdiction, List<Finding> findings) {
            return new Invalid(Fault.REFUSED, jurisdiction, findings);
        }
    }
}
