package io.huizong.aggregation.rollup;

import static java.util.stream.Collectors.partitioningBy;

import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.rollup.arithmetic.Fold;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.report.Period;

/** Writes rollups. */
@ApplicationScoped
public class RollupWriter {

    private final RollupRows rows;
    private final DivisionTree tree;
    private final Event<RollupsMarked> marked;

    RollupWriter(RollupRows rows, DivisionTree tree, Event<RollupsMarked> marked) {
        this.rows = rows;
        this.tree = tree;
        this.marked = marked;
    }

    /**
     * Applies a fold to the rollups of a generation, within the caller's transaction, and leaves those that it changes
     * marked as unpublished.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(int generation, Fold fold) {
        Map<Boolean, List<Place>> places = fold.places().stream().collect(partitioningBy(Place::isRoot));
        apply(generation, fold, places.get(false));
        // Everyone waits for the root's rows: what can be written before they are locked is written before.
        rows.flush();
        apply(generation, fold, places.get(true));
        marked.fire(new RollupsMarked(generation));
    }

    /**
     * Adds to a generation that is to follow another an empty rollup, marked, wherever only that one has a rollup: who
     * reads the topic of changes must hear that nothing is left there.
     */
    @Transactional
    public void addMissing(int generation, int predecessor) {
        List<Place> missing = rows.missing(generation, predecessor).stream()
                .map(id -> new Place(tree.get(id.jurisdiction()).orElseThrow(), Period.parse(id.period())))
                .sorted(Place.LOCK_ORDER)
                .toList();
        rows.lock(generation, missing)
                .forEach((place, row) ->
                        row.set(row.rollup(), place.jurisdiction().level()));
    }

    private void apply(int generation, Fold fold, List<Place> places) {
        Map<Place, RollupRow> locked = rows.lock(generation, places);
        for (Place place : places) {
            RollupRow row = locked.get(place);
            Rollup rollup = row.rollup();
            fold.apply(place, rollup);
            if (rollup.isChanged()) {
                row.set(rollup, place.jurisdiction().level());
            }
        }
    }
}
