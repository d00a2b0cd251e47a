package io.huizong.system.history;

import java.util.Map;

import io.huizong.local.count.Tally;

/**
 * A rollup as the table {@code rollup} holds it.
 *
 * @param scope of the own report; null if there is none
 * @param cells by indicator, those that hold anything
 */
public record Rollup(
        String scope, boolean ownHasFigures, int reports, int reportsWithoutFigures, Map<String, Cell> cells) {

    public static final Rollup EMPTY = new Rollup(null, false, 0, 0, Map.of());

    /** One indicator: what the own report gives, and the sum of what counts directly below. */
    public record Cell(Tally own, Tally subordinates) {

        boolean isEmpty() {
            return own.equals(Tally.NONE) && subordinates.equals(Tally.NONE);
        }
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
