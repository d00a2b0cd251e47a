package io.huizong.intake.submission;

import java.util.List;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.intake.validation.Verdict;
import io.huizong.intake.validation.Violation;

/** What a submission came to. */
public sealed interface Outcome {

    /** The brokers have it. */
    record Accepted(ReportEvent event) implements Outcome {}

    /** It cannot be read. */
    record Unreadable(Violation violation) implements Outcome {}

    /** It is longer than a report may be. */
    record TooLarge(Violation violation) implements Outcome {}

    /** It is for a jurisdiction that the sender may not write for. */
    record Outside(Jurisdiction jurisdiction, Sender sender) implements Outcome {}

    /** It breaks rules. */
    record Refused(List<Violation> violations) implements Outcome {}

    /** It keeps the rules, and was only to be checked. */
    record Checked(Verdict.Valid report) implements Outcome {}

    /** It was handed to the log, and whether it is in it is unknown. */
    record Unconfirmed(ReportEvent event) implements Outcome {}

    /** It was not handed to the log. */
    record NotPublished() implements Outcome {}

    /** It was not handed to the log, because too many others are on their way there. */
    record Crowded() implements Outcome {}

    /** We failed over it. It was not handed to the log. */
    record Failed() implements Outcome {}
}
