package io.huizong.contract.event;

import java.time.Instant;
import java.util.UUID;

import io.huizong.contract.report.Period;

/**
 * A submission that the intake accepted: what the topic {@code reports} holds. Equal submission ids mean the same
 * submission, however often it was published.
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

    /**
     * The revision that the sender believes to be the newest, 0 for none yet; null if the sender does not care.
     */
    Integer expectedRevision();
}
