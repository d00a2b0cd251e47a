package io.huizong.aggregation.query.completeness;

/** The status of an expected report. */
public enum ReportingStatus {
    /** There is a current report, and the first one was accepted before the due date. */
    ON_TIME,
    /** There is a current report, and the first one came later. */
    LATE,
    /** There is no current report: there never was one, or it was withdrawn. */
    MISSING
}
