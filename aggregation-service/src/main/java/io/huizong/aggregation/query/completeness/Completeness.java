package io.huizong.aggregation.query.completeness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.contract.division.Level;

/**
 * Who of a jurisdiction and all below it has reported for a period.
 *
 * @param levels a count for each level at which there is anyone, highest first
 * @param items all that are expected, in the order of the tree, above before below
 */
record Completeness(List<LevelCount> levels, List<Item> items) {

    /** The status of an expected report. */
    enum ReportingStatus {
        /** There is a current report, and the first one was accepted before the due date. */
        ON_TIME,
        /** There is a current report, and the first one came later. */
        LATE,
        /** There is no current report: there never was one, or it was withdrawn. */
        MISSING
    }

    /**
     * How many of one level have reported: expected = reported + missing, reported = on time + late.
     *
     * @param dueDate the day before which their reports have to be accepted, in the time zone of periods
     * @param expected how many exist in the period and are to report
     * @param reported how many of these have a current report
     * @param unexpected how many have one that none was expected from; not in the other numbers
     */
    record LevelCount(
            Level level,
            LocalDate dueDate,
            int expected,
            int reported,
            int onTime,
            int late,
            int missing,
            int unexpected) {}

    /**
     * One that is to report.
     *
     * @param parent who is directly above; null for the whole country
     * @param status the status of its report
     * @param firstAcceptedAt when its first report was accepted, whatever amended it since; null if it is missing
     */
    @Schema(name = "CompletenessItem")
    record Item(
            Subject jurisdiction,
            @Schema(nullable = true) Subject parent,
            ReportingStatus status,
            @Schema(nullable = true) Instant firstAcceptedAt) {}
}
