package io.huizong.contract.event;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import io.huizong.contract.report.Period;

/** A report was withdrawn. The jurisdiction has no current report of that period until it submits one again. */
public record ReportWithdrawn(
        UUID submissionId, Instant time, String jurisdiction, Period period, Origin origin, Integer expectedRevision)
        implements ReportEvent {

    /** A type of one version only ever gains optional fields. */
    static final String TYPE = "io.huizong.report.withdrawn.v1";

    @Override
    public <T> T match(Function<ReportSubmitted, T> submitted, Function<ReportWithdrawn, T> withdrawn) {
        return withdrawn.apply(this);
    }
}
