package io.huizong.aggregation.query.contribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Scope;

/**
 * Walks from a rollup down to the reports that make up its effective value: parents before children, siblings in the
 * order of the tree. It goes only where a value came from, so that its cost is that of what it finds. Not
 * thread-safe.
 */
final class ContributorWalk {

    /** How many siblings' rollups are read at once: enough for nearly every county. */
    private static final int NEIGHBOURS = 64;

    private final DivisionTree tree;
    private final String indicator;
    private final Jurisdiction after;
    private final Set<Jurisdiction> passed = new HashSet<>();
    private final int limit;
    private final Function<List<Jurisdiction>, Map<String, Rollup>> rollups;
    private final List<Jurisdiction> found = new ArrayList<>();

    /**
     * @param after where the walk stopped: what is there and before is left out; null to begin
     * @param limit after how many it stops
     * @param rollups reads the existing rollups of those jurisdictions, by code
     */
    ContributorWalk(
            DivisionTree tree,
            String indicator,
            Jurisdiction after,
            int limit,
            Function<List<Jurisdiction>, Map<String, Rollup>> rollups) {
        this.tree = tree;
        this.indicator = indicator;
        this.after = after;
        this.limit = limit;
        this.rollups = rollups;
        if (after != null) {
            passed.add(after);
            passed.addAll(tree.ancestors(after));
        }
    }

    List<Jurisdiction> from(Jurisdiction jurisdiction) {
        visit(List.of(jurisdiction));
        return found;
    }

    private void visit(List<Jurisdiction> neighbours) {
        for (int begin = 0; begin < neighbours.size() && found.size() < limit; begin += NEIGHBOURS) {
            List<Jurisdiction> some = neighbours.subList(begin, Math.min(neighbours.size(), begin + NEIGHBOURS));
            Map<String, Rollup> stored = rollups.apply(some);
            for (Jurisdiction jurisdiction : some) {
                if (stored.containsKey(jurisdiction.code()) && found.size() < limit) {
                    visit(jurisdiction, stored.get(jurisdiction.code()));
                }
            }
        }
    }

    private void visit(Jurisdiction jurisdiction, Rollup rollup) {
        Cell cell = rollup.cell(indicator);
        if (cell.own().isPresent() && !passed.contains(jurisdiction)) {
            found.add(jurisdiction);
        }
        boolean hidesBelow = cell.own().isPresent() && rollup.scope() == Scope.WHOLE_AREA;
        if (cell.subordinates().isPresent() && !hidesBelow) {
            visit(below(jurisdiction));
        }
    }

    private List<Jurisdiction> below(Jurisdiction jurisdiction) {
        List<Jurisdiction> children = tree.children(jurisdiction);
        return passed.contains(jurisdiction) && !jurisdiction.equals(after)
                ? children.stream().dropWhile(child -> !passed.contains(child)).toList()
                : children;
    }
}
