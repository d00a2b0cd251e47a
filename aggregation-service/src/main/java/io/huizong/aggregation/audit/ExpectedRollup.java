package io.huizong.aggregation.audit;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.huizong.aggregation.audit.StoredState.StoredRollup;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/**
 * The recomputed rollup of one jurisdiction. First the children are added, then its own report; then it is compared with
 * the stored one. Not thread-safe.
 */
final class ExpectedRollup {

    private static final int SHOWN = 100;

    private final Map<String, Amount> subordinates = new HashMap<>();
    private Map<String, Amount> own = Map.of();
    private Scope scope;
    private boolean ownHasFigures;
    private long revisions;
    private int reports;
    private int withoutFigures;

    /** Takes what differs. */
    @FunctionalInterface
    interface Differences {

        /** Takes one; the members are those of {@link CellDifference}. */
        void add(String indicator, String field, Object expected, Object found);
    }

    /**
     * The outline of a rollup.
     *
     * @param reports how many reports are in it
     * @param indicators how many indicators have a cell; null if the cells cannot be read
     */
    record Outline(int reports, Integer indicators) {}

    /** Adds how many submissions were applied to its report. */
    void revised(long times) {
        revisions += times;
    }

    /** Sets what the own report gives. */
    void own(Report report, Map<String, Amount> given) {
        own = given;
        scope = report.scope();
        ownHasFigures = !ReportedAmounts.givesNothing(report);
        reports++;
        withoutFigures += ownHasFigures ? 0 : 1;
    }

    /** Adds a child; only indicators that are summed across jurisdictions count. */
    void below(ExpectedRollup child, Predicate<String> summed) {
        revisions += child.revisions;
        reports += child.reports;
        withoutFigures += child.withoutFigures;
        for (String indicator : child.cells().indicators()) {
            if (summed.test(indicator)) {
                subordinates.merge(indicator, child.effective(indicator), Amount::and);
            }
        }
    }

    private Amount effective(String indicator) {
        Amount given = own.get(indicator);
        Amount sum = subordinates.get(indicator);
        if (given == null || sum == null) {
            return given == null ? sum : given;
        }
        return scope == Scope.WHOLE_AREA ? given : given.and(sum);
    }

    private Cells cells() {
        return new Cells(own, subordinates);
    }

    /** @param found null if no rollup is stored: the same as an empty one */
    void compare(StoredRollup found, Differences differences) {
        if (revisions == 0 && found != null && !found.isEmpty()) {
            differences.add(null, "rollup", null, outline(found));
        } else if (revisions > 0 && found == null) {
            differences.add(
                    null, "rollup", new Outline(reports, cells().indicators().size()), null);
        } else if (found != null) {
            compare("version", revisions, found.version(), differences);
            compare("reports.scope", scope == null ? null : scope.name(), found.scope(), differences);
            compare("reports.ownHasFigures", ownHasFigures, found.ownHasFigures(), differences);
            compare("reports.subtree", reports, found.reports(), differences);
            compare("reports.withoutFigures", withoutFigures, found.withoutFigures(), differences);
            try {
                cells().compare(Cells.read(found.cells()), differences);
            } catch (IOException e) {
                differences.add(null, "cells", null, start(found.cells()));
            }
        }
    }

    private static Outline outline(StoredRollup found) {
        try {
            return new Outline(
                    found.reports(), Cells.read(found.cells()).indicators().size());
        } catch (IOException e) {
            return new Outline(found.reports(), null);
        }
    }

    private static void compare(String field, Object expected, Object found, Differences differences) {
        if (!Objects.equals(expected, found)) {
            differences.add(null, field, expected, found);
        }
    }

    private static String start(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
