package io.huizong.aggregation.rollup.arithmetic;

import static java.util.stream.Collectors.toSet;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import io.huizong.aggregation.rollup.arithmetic.Rollup.Delta;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * Folds changed reports into the rollups of their jurisdictions and of all above. First every changed report is
 * added; then it names the keys of the rollups that may change; then it gets those rollups in that order. Not
 * thread-safe.
 */
public final class Fold {

    private final DivisionTree tree;
    private final Set<String> local;
    private final NavigableMap<RollupKey, Change> changes = new TreeMap<>(RollupKey.LOCK_ORDER);

    /** A fold over that tree and catalog. */
    public Fold(DivisionTree tree, IndicatorCatalog catalog) {
        this.tree = tree;
        this.local = catalog.all().stream()
                .filter(indicator -> !indicator.kind().isSummed())
                .map(Indicator::code)
                .collect(toSet());
    }

    /**
     * Sets the current report of that key. The last call counts.
     *
     * @param report null if there is none any more
     * @param revisions how many revisions of its report there are more than before
     */
    public void replaceOwn(RollupKey key, OwnReport report, int revisions) {
        Change change = change(key);
        change.ownReplaced = true;
        change.own = report;
        change.revisions += revisions;
        for (Jurisdiction ancestor : tree.ancestors(key.jurisdiction())) {
            change(new RollupKey(ancestor, key.period()));
        }
    }

    private Change change(RollupKey key) {
        return changes.computeIfAbsent(key, untouched -> new Change());
    }

    /** The keys whose rollups may change, in {@link RollupKey#LOCK_ORDER}. */
    public Set<RollupKey> keys() {
        return Collections.unmodifiableSet(changes.keySet());
    }

    /**
     * Applies the changes of that key, and remembers what follows for its parent.
     *
     * @param key one of {@link #keys()}, each once, those below it first
     * @param rollup its rollup, which is changed
     */
    public void apply(RollupKey key, Rollup rollup) {
        Change change = changes.get(key);
        Delta up = rollup.addSubordinates(change.below);
        if (change.ownReplaced) {
            up.add(rollup.replaceOwn(change.own, change.revisions), indicator -> true);
        }
        tree.ancestors(key.jurisdiction()).stream()
                .findFirst()
                .map(parent -> changes.get(new RollupKey(parent, key.period())))
                .ifPresent(above -> above.below.add(up, indicator -> !local.contains(indicator)));
    }

    private static final class Change {
        private boolean ownReplaced;
        private OwnReport own;
        private int revisions;
        private final Delta below = new Delta();
    }
}
