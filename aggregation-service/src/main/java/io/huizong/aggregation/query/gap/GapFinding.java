package io.huizong.aggregation.query.gap;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.rollup.Gap;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.submission.WarnedReport;
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

    /** Two levels that differ. */
    @Schema(name = "GapDifference")
    record Difference(
            @Schema(enumeration = {"CONTRADICTION", "GAP"}) Kind kind,
            Subject jurisdiction,
            String indicator,
            BigDecimal gap,
            BigDecimal own,
            BigDecimal subordinates)
            implements GapFinding {

        static Difference of(Gap gap) {
            return new Difference(
                    kindOf(gap.position()),
                    gap.jurisdiction(),
                    gap.indicator(),
                    gap.gap(),
                    gap.own(),
                    gap.subordinates());
        }

        static Kind kindOf(Gap.Position position) {
            return position.isContradiction() ? Kind.CONTRADICTION : Kind.GAP;
        }
    }

    /** A report with warnings. */
    @Schema(name = "GapWarnings")
    record Oddity(
            @Schema(enumeration = "WARNING") Kind kind,
            Subject jurisdiction,
            int revision,
            UUID submissionId,
            List<Finding> warnings)
            implements GapFinding {

        static Oddity of(Subject jurisdiction, WarnedReport report) {
            return new Oddity(Kind.WARNING, jurisdiction, report.revision(), report.submissionId(), report.warnings());
        }
    }
}
