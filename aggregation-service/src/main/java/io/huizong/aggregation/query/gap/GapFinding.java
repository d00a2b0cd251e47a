package io.huizong.aggregation.query.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.contract.Finding;

/** Something about the reports below a jurisdiction that may want a look. */
@Schema(oneOf = {GapFinding.Difference.class, GapFinding.Oddity.class})
sealed interface GapFinding {

    /** The kinds of finding, in the order in which they are listed. */
    @Schema(name = "GapKind")
    enum Kind {
        /** A report on a whole area gives less than those below it together. */
        CONTRADICTION,
        /** A report on a whole area gives more than those below it together, as is usual while some are missing. */
        GAP,
        /** The intake found something odd about a report. */
        WARNING
    }

    /** What it is. */
    Kind kind();

    /** Whose report it is about. */
    Subject jurisdiction();

    /**
     * A report on a whole area that differs from the sum of the reports below it.
     *
     * @param gap own minus subordinates, never zero; negative is a contradiction
     * @param own what the report gives
     * @param subordinates the sum from directly below
     */
    @Schema(name = "GapDifference")
    record Difference(
            @Schema(enumeration = {"CONTRADICTION", "GAP"}) Kind kind,
            Subject jurisdiction,
            String indicator,
            BigDecimal gap,
            BigDecimal own,
            BigDecimal subordinates)
            implements GapFinding {}

    /** A report with warnings. */
    @Schema(name = "GapWarnings")
    record Oddity(
            @Schema(enumeration = "WARNING") Kind kind,
            Subject jurisdiction,
            int revision,
            UUID submissionId,
            List<Finding> warnings)
            implements GapFinding {}
}
