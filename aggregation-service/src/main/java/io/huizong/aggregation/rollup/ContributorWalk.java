package io.huizong.aggregation.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
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
    private final Function<Collection<RollupKey>, Map<RollupKey, Rollup>> rollups;
    private final List<RollupKey> found = new ArrayList<>();

    /**
     * @param after where the walk stopped: what is there and before is left out; null to begin
     * @param limit after how many it stops
     * @param rollups reads the existing rollups of those keys
     */
    ContributorWalk(
            DivisionTree tree,
            String indicator,
            Jurisdiction after,
            int limit,
            Function<Collection<RollupKey>, Map<RollupKey, Rollup>> rollups) {
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

    List<RollupKey> from(RollupKey place) {
        visit(List.of(place));
        return found;
    }

    private void visit(List<RollupKey> neighbours) {
        for (int begin = 0; begin < neighbours.size() && found.size() < limit; begin += NEIGHBOURS) {
            List<RollupKey> some = neighbours.subList(begin, Math.min(neighbours.size(), begin + NEIGHBOURS));
            Map<RollupKey, Rollup> stored = rollups.apply(some);
            for (RollupKey place : some) {
                if (stored.containsKey(place) && found.size() < limit) {
                    visit(place, stored.get(place));
                }
            }
        }
    }

    private void visit(RollupKey place, Rollup rollup) {
        Cell cell = rollup.cell(indicator);
        if (cell.own().isPresent() && !passed.contains(place.jurisdiction())) {
            found.add(place);
        }
        boolean hidesBelow = cell.own().isPresent() && rollup.scope() == Scope.WHOLE_AREA;
        if (cell.subordinates().isPresent() && !hidesBelow) {
            visit(below(place));
        }
    }

    private List<RollupKey> below(RollupKey place) {
        List<Jurisdiction> children = tree.children(place.jurisdiction());
        int begin = 0;
        if (passed.contains(place.jurisdiction()) && !place.jurisdiction().equals(after)) {
            while (!passed.contains(children.get(begin))) {
                begin++;
            }
        }
        return children.subList(begin, children.size()).stream()
                .map(child -> new RollupKey(child, place.period()))
                .toList();
    }
}
