package io.huizong.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/**
 * A submission that the intake accepted: the content of the topic {@code reports}. Equal submission ids at the same place
 * are the same submission, however often it was published.
 *
 * <p>A new type also needs a schema, {@code docs/asyncapi.yaml}, golden files, and a {@code SubmissionKind} of at most 10
 * characters, the width of the column {@code submission.kind}.
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
    default String type() {
        return match(submitted -> ReportSubmitted.TYPE, withdrawn -> ReportWithdrawn.TYPE);
    }

    /** What the function of this event's type gives. A new type is a new parameter, so that nobody forgets it. */
    <T> T match(Function<ReportSubmitted, T> submitted, Function<ReportWithdrawn, T> withdrawn);

    /** The report that is current once the event is applied; empty for a withdrawal. */
    default Optional<Report> current() {
        return match(submitted -> Optional.of(submitted.report()), withdrawn -> Optional.empty());
    }

    /** The warnings of the intake. */
    default List<Finding> warnings() {
        return match(ReportSubmitted::warnings, withdrawn -> List.of());
    }

    /** The revision that the sender believes to be the newest, 0 for none yet; null if the sender gives none. */
    Integer expectedRevision();
}
