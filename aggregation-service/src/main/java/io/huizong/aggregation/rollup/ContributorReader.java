package io.huizong.aggregation.rollup;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/** Reads which reports make up an effective value. */
@ApplicationScoped
public class ContributorReader {

    private final RollupRows rows;
    private final DivisionTree tree;

    ContributorReader(RollupRows rows, DivisionTree tree) {
        this.rows = rows;
        this.tree = tree;
    }

    /**
     * The keys of the reports that make up an effective value: parents before children, siblings in the order of the
     * tree.
     *
     * @param indicator code of a figure or a rate
     * @param after at or below the place: only what comes after it; null for all
     * @param limit the most places to read
     */
    @Transactional
    public List<RollupKey> read(int generation, RollupKey place, String indicator, Jurisdiction after, int limit) {
        return new ContributorWalk(tree, indicator, after, limit, places -> rollups(generation, places)).from(place);
    }

    private Map<RollupKey, Rollup> rollups(int generation, Collection<RollupKey> places) {
        Map<GenerationKey, RollupKey> byId =
                places.stream().collect(toMap(one -> GenerationKey.of(generation, one), one -> one));
        return rows.read(byId.keySet()).entrySet().stream()
                .collect(toMap(
                        row -> byId.get(row.getKey()), row -> row.getValue().rollup()));
    }
}
