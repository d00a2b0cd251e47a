package io.huizong.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/**
 * A submission that the intake accepted: the content of the topic {@code reports}. Equal submission ids at the same place
 * are the same submission, however often it was published.
 */
public sealed interface ReportEvent permits ReportSubmitted, ReportWithdrawn {

    /** Identifies the submission; UUIDv7, or UUIDv5 under an idempotency key. */
    UUID submissionId();

    /** When the intake accepted it. */
    Instant time();

    /** Code of the jurisdiction whose report it is about. */
    String jurisdiction();

    /** The period of that report. */
    Period period();

    /** Who submitted it and how. */
    Origin origin();

    /** The CloudEvents type, such as {@code io.huizong.report.submitted.v1}. */
    String type();

    /** The report that is current once the event is applied; empty for a withdrawal. */
    Optional<Report> current();

    /** The warnings of the intake. */
    List<Finding> warnings();

    /** The revision that the sender believes to be the newest, 0 for none yet; null if the sender gives none. */
    Integer expectedRevision();
}
