package io.huizong.aggregation.rollup.arithmetic;

import java.math.BigDecimal;

import io.huizong.contract.report.Scope;

/**
 * One indicator of one rollup.
 *
 * @param own what the jurisdiction's own current report gives; absent if it gives nothing
 * @param subordinates the sum of the effective values directly below; absent if none of them has one
 */
public record Cell(Tally own, Tally subordinates) {

    static final Cell EMPTY = new Cell(Tally.NONE, Tally.NONE);

    /**
     * The effective value. A report on the whole area already contains everything below, so it replaces the sum; a
     * report on the own level is added to it.
     *
     * @param scope scope of the jurisdiction's own report; null if it has none
     */
    public Tally effective(Scope scope) {
        if (!own.isPresent()) {
            return subordinates;
        }
        return scope == Scope.WHOLE_AREA ? own : own.plus(subordinates);
    }

    /**
     * How far the own figure exceeds the sum of those below; negative is a contradiction. Null unless both are there
     * and the own report covers the whole area.
     */
    public BigDecimal gap(Scope scope) {
        return own.isPresent() && subordinates.isPresent() && scope == Scope.WHOLE_AREA
                ? own.value().subtract(subordinates.value())
                : null;
    }

    boolean isEmpty() {
        return !own.isPresent() && !subordinates.isPresent();
    }
}
