package io.huizong.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/** A report was withdrawn. The jurisdiction has no current report of that period until it submits one again. */
public record ReportWithdrawn(
        UUID submissionId, Instant time, String jurisdiction, Period period, Origin origin, Integer expectedRevision)
        implements ReportEvent {

    /** A type of one version only ever gains optional fields. */
    static final String TYPE = "io.huizong.report.withdrawn.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Report> current() {
        return Optional.empty();
    }

    @Override
    public List<Finding> warnings() {
        return List.of();
    }
}
