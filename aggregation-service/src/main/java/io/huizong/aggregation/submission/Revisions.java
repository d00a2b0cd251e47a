package io.huizong.aggregation.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.report.Report;

/**
 * The outcomes of events.
 *
 * @param revised the places that the tree knows and whose reports were revised
 * @param outcomes of the submissions, without those that were known already
 */
public record Revisions(Map<RollupKey, Revised> revised, List<SubmissionOutcome> outcomes) {

    /**
     * How a report was revised.
     *
     * @param revisions how many revisions there are more than before
     * @param current the report that is current now; empty if there is none any more
     */
    public record Revised(int revisions, Optional<Report> current) {}
}
