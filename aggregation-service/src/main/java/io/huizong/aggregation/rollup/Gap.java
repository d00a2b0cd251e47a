package io.huizong.aggregation.rollup;

import java.math.BigDecimal;
import java.util.Comparator;

import io.huizong.aggregation.rollup.RollupView.Subject;

/**
 * The difference between a report on a whole area and the sum of the reports below it. Never zero.
 *
 * @param jurisdiction whose report it is
 * @param indicator the indicator
 * @param gap own minus subordinates; negative is a contradiction
 * @param own what the report gives
 * @param subordinates the sum from directly below
 */
public record Gap(Subject jurisdiction, String indicator, BigDecimal gap, BigDecimal own, BigDecimal subordinates) {

    /** Its position in the list of all gaps. */
    public Position position() {
        return new Position(gap, jurisdiction.code(), indicator);
    }

    /**
     * A position in the list of gaps: contradictions first; both contradictions and others by size, the largest
     * first.
     */
    public record Position(BigDecimal gap, String jurisdiction, String indicator) implements Comparable<Position> {

        private static final Comparator<Position> ORDER = Comparator.comparing(
                        (Position position) -> position.gap().signum())
                .thenComparing(position -> position.gap().abs(), Comparator.reverseOrder())
                .thenComparing(Position::jurisdiction)
                .thenComparing(Position::indicator);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }

        /** Whether it is that of a contradiction. */
        public boolean isContradiction() {
            return gap.signum() < 0;
        }
    }
}
