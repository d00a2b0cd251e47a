package io.huizong.intake.validation;

import java.util.List;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Warning;
import io.huizong.contract.report.Report;

/** What the check of a request came to. */
public sealed interface Verdict {

    /**
     * The report can be accepted.
     *
     * @param report normalised
     * @param jurisdiction the one that reports
     * @param expectedRevision as the sender gave it; null if not given
     * @param warnings what is odd about it all the same
     */
    record Valid(Report report, Jurisdiction jurisdiction, Integer expectedRevision, List<Warning> warnings)
            implements Verdict {}

    /**
     * The request is a JSON object, but no report that can be accepted.
     *
     * @param jurisdiction the one that it names; null if it names none that is known
     * @param violations at least one
     */
    record Refused(Jurisdiction jurisdiction, List<Violation> violations) implements Verdict {}

    /** No JSON object can be read from the request. */
    record Unreadable(Violation violation) implements Verdict {}

    /** The request is longer than {@link ReportValidation#MOST_BYTES}; nothing of it was looked at. */
    record TooLarge() implements Verdict {}
}
