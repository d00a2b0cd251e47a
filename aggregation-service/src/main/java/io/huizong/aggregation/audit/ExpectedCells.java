package io.huizong.aggregation.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** The recomputed rollup of one jurisdiction. First the children are added, then its own report. Not thread-safe. */
final class ExpectedCells {

    private final Map<String, Amount> subordinates = new HashMap<>();
    private Map<String, Amount> own = Map.of();
    private Scope scope;
    private boolean ownHasFigures;
    private long revisions;
    private int reports;
    private int withoutFigures;

    /** Sets how many submissions were applied to its report. */
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
    void below(ExpectedCells child, Predicate<String> summed) {
        revisions += child.revisions;
        reports += child.reports;
        withoutFigures += child.withoutFigures;
        for (String indicator : child.indicators()) {
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

    /** The indicators that it has any amount of. */
    Set<String> indicators() {
        Set<String> indicators = new HashSet<>(own.keySet());
        indicators.addAll(subordinates.keySet());
        return indicators;
    }

    /** What the own report gives; null if nothing. */
    Amount own(String indicator) {
        return own.get(indicator);
    }

    /** The sum from directly below; null if there is none. */
    Amount subordinates(String indicator) {
        return subordinates.get(indicator);
    }

    /** Name of the own report's scope; null if there is none. */
    String scope() {
        return scope == null ? null : scope.name();
    }

    boolean ownHasFigures() {
        return ownHasFigures;
    }

    int reports() {
        return reports;
    }

    int withoutFigures() {
        return withoutFigures;
    }

    /** How many revisions there were of reports at or below the jurisdiction, also if all are withdrawn. */
    long revisions() {
        return revisions;
    }
}
