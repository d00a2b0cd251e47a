package io.huizong.system.history;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.IndicatorCatalog;

/** The rollups after a history: their versions from its revisions, their cells by the independent count of local-stack. */
public final class ExpectedRollups {

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ExpectedHistory history;
    private final Map<String, CountedPeriod> counts = new HashMap<>();
    private final Map<Place, Long> versions = new HashMap<>();

    /** The totals after that history. */
    public ExpectedRollups(DivisionTree tree, IndicatorCatalog catalog, ExpectedHistory history) {
        this.tree = tree;
        this.catalog = catalog;
        this.history = history;
        history.revisions().forEach((place, newest) -> {
            if (NotCounted.ofPlace(place, tree).isEmpty()) {
                Jurisdiction jurisdiction = tree.get(place.jurisdiction()).orElseThrow();
                addVersion(place, newest.number());
                tree.ancestors(jurisdiction)
                        .forEach(above -> addVersion(new Place(above.code(), place.period()), newest.number()));
            }
        });
    }

    private void addVersion(Place place, long revisions) {
        versions.merge(place, revisions, Long::sum);
    }

    /** Every rollup that has anything in it. */
    public Map<Place, Rollup> byPlace() {
        Map<Place, Rollup> rollups = new HashMap<>();
        history.current().keySet().stream()
                .map(Place::period)
                .distinct()
                .forEach(period -> rollups.putAll(count(period).rollups()));
        return rollups;
    }

    /** How many revisions there are at or below each place, where there are any. */
    public Map<Place, Long> versions() {
        return versions;
    }

    /** The cells that {@code GET /rollups} must show, by indicator and the name of the number. */
    public Map<String, Map<String, BigDecimal>> shown(Place place) {
        return count(place.period()).cells(place.jurisdiction());
    }

    private CountedPeriod count(String period) {
        return counts.computeIfAbsent(period, one -> new CountedPeriod(tree, catalog, one, history.current()));
    }
}
