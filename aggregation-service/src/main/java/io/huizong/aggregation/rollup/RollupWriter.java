package io.huizong.aggregation.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.arithmetic.Fold;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/** Writes rollups. */
@ApplicationScoped
public class RollupWriter {

    private final RollupRows rows;
    private final DivisionTree tree;
    private final Event<RollupsChanged> changed;

    RollupWriter(RollupRows rows, DivisionTree tree, Event<RollupsChanged> changed) {
        this.rows = rows;
        this.tree = tree;
        this.changed = changed;
    }

    /**
     * Applies a fold to the rollups of a generation, within the caller's transaction, and leaves those that it changes
     * unpublished.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(int generation, Fold fold) {
        List<RollupKey> leaves = new ArrayList<>();
        List<RollupKey> branches = new ArrayList<>();
        List<RollupKey> roots = new ArrayList<>();
        for (RollupKey key : fold.keys()) {
            (key.isRoot() ? roots : isLeaf(key) ? leaves : branches).add(key);
        }
        // Only its own report changes a leaf, and the writer holds the lock of that report.
        apply(fold, rows.read(keys(generation, leaves)), generation, leaves);
        apply(fold, rows.lock(keys(generation, branches)), generation, branches);
        // All writers wait for the root's rows: everything else is written before they are locked.
        apply(fold, rows.lock(keys(generation, roots)), generation, roots);
        changed.fire(new RollupsChanged());
    }

    private static List<GenerationKey> keys(int generation, List<RollupKey> keys) {
        return keys.stream().map(key -> GenerationKey.of(generation, key)).toList();
    }

    /**
     * Adds an empty, unpublished rollup to a generation wherever only its predecessor has one: readers of {@code
     * rollup-changes} must learn that nothing is left there.
     */
    @Transactional
    public void addMissing(int generation, int predecessor) {
        List<GenerationKey> missing = rows.missing(generation, predecessor).stream()
                .map(id -> new GenerationKey(generation, id.period(), id.jurisdiction()))
                .sorted(GenerationKey.KEY_ORDER)
                .toList();
        Map<GenerationKey, RollupRow> made = rows.lock(missing);
        missing.forEach(id -> made.get(id).unpublished =
                tree.get(id.jurisdiction()).map(Jurisdiction::level).orElse(Level.TOWNSHIP));
        rows.write(missing.stream().map(made::get).toList());
    }

    private boolean isLeaf(RollupKey key) {
        return tree.children(key.jurisdiction()).isEmpty();
    }

    private void apply(Fold fold, Map<GenerationKey, RollupRow> stored, int generation, List<RollupKey> keys) {
        List<RollupRow> changed = new ArrayList<>();
        for (RollupKey key : keys) {
            GenerationKey id = GenerationKey.of(generation, key);
            boolean isStored = stored.containsKey(id);
            RollupRow row = isStored ? stored.get(id) : RollupRow.empty(id);
            Rollup rollup = row.rollup();
            fold.apply(key, rollup);
            if (rollup.isChanged()) {
                row.set(rollup, key.jurisdiction().level());
            }
            if (rollup.isChanged() || !isStored) {
                changed.add(row);
            }
        }
        rows.write(changed);
    }
}
