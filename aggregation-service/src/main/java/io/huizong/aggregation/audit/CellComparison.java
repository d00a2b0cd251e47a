package io.huizong.aggregation.audit;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.huizong.aggregation.audit.StoredState.StoredRollup;

/** Compares the stored rollup of one jurisdiction with the recomputed one. */
final class CellComparison {

    private static final int SHOWN = 100;

    private final String jurisdiction;
    private final String period;
    private final Consumer<CellDifference> differences;

    CellComparison(String jurisdiction, String period, Consumer<CellDifference> differences) {
        this.jurisdiction = jurisdiction;
        this.period = period;
        this.differences = differences;
    }

    /** @param found null if no rollup is stored: the same as an empty one */
    void compare(ExpectedCells expected, StoredRollup found) {
        if (expected.revisions() == 0 && found != null && !found.isEmpty()) {
            differ(null, "rollup", null, outline(found));
        } else if (expected.revisions() > 0 && found == null) {
            differ(
                    null,
                    "rollup",
                    new Outline(expected.reports(), expected.indicators().size()),
                    null);
        } else if (found != null) {
            compare("version", expected.revisions(), found.version());
            compare("reports.scope", expected.scope(), found.scope());
            compare("reports.ownHasFigures", expected.ownHasFigures(), found.ownHasFigures());
            compare("reports.subtree", expected.reports(), found.reports());
            compare("reports.withoutFigures", expected.withoutFigures(), found.withoutFigures());
            try {
                compare(expected, StoredCells.read(found.cells()));
            } catch (IOException e) {
                differ(null, "cells", null, start(found.cells()));
            }
        }
    }

    /**
     * The outline of a rollup.
     *
     * @param reports how many reports are in it
     * @param indicators how many indicators have a cell; null if the cells cannot be read
     */
    record Outline(int reports, Integer indicators) {}

    private static Outline outline(StoredRollup found) {
        try {
            return new Outline(
                    found.reports(),
                    StoredCells.read(found.cells()).indicators().size());
        } catch (IOException e) {
            return new Outline(found.reports(), null);
        }
    }

    private void compare(String field, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            differ(null, field, expected, found);
        }
    }

    private void compare(ExpectedCells expected, StoredCells found) {
        Set<String> indicators = new TreeSet<>(expected.indicators());
        indicators.addAll(found.indicators());
        for (String indicator : indicators) {
            compare(indicator, "own", expected.own(indicator), found.own(indicator));
            compare(indicator, "subordinates", expected.subordinates(indicator), found.subordinates(indicator));
        }
    }

    private void compare(String indicator, String field, Amount expected, Amount found) {
        if (!Amount.same(expected, found)) {
            differ(indicator, field, expected, found);
        }
    }

    private void differ(String indicator, String field, Object expected, Object found) {
        differences.accept(new CellDifference(jurisdiction, period, indicator, field, expected, found));
    }

    private static String start(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
