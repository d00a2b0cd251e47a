package io.huizong.aggregation.metrics;

import java.time.Instant;
import java.util.Map;

/**
 * How the totals stood at one look.
 *
 * @param lookedAt when that was
 * @param appliedThrough time of the newest event in the serving generation; null before the first
 * @param lag records that are not applied yet, by partition; empty if the brokers did not tell
 * @param unpublishedRollups changed rollups that are not published yet
 * @param unreadableRecords records of the log that no version can read
 * @param uncountedReports current reports of which a part is in no total
 * @param rebuildProgress how much of what the serving generation has taken in the one being built has too, 0 to 1; NaN if
 *     none is being built
 */
record StatusSample(
        Instant lookedAt,
        Instant appliedThrough,
        Map<Integer, Long> lag,
        long unpublishedRollups,
        long unreadableRecords,
        long uncountedReports,
        double rebuildProgress) {}
