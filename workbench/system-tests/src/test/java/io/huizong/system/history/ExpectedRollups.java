package io.huizong.system.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/**
 * The rule of the totals told again: from nothing but the revisions and the current reports, by walking the whole tree.
 * Shares no arithmetic with the service.
 */
public final class ExpectedRollups {

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ExpectedHistory history;
    private final Map<Place, Rollup> rollups = new HashMap<>();
    private final Map<Place, Long> versions = new HashMap<>();

    /** The totals after that history. */
    public ExpectedRollups(DivisionTree tree, IndicatorCatalog catalog, ExpectedHistory history) {
        this.tree = tree;
        this.catalog = catalog;
        this.history = history;
        history.revisions().keySet().stream().map(Place::period).distinct().forEach(period -> {
            rollup(tree.root(), period);
            version(tree.root(), period);
        });
    }

    /** Every rollup that has anything in it. */
    public Map<Place, Rollup> byPlace() {
        return rollups;
    }

    /** How many revisions there are at or below each place, where there are any. */
    public Map<Place, Long> versions() {
        return versions;
    }

    private long version(Jurisdiction jurisdiction, String period) {
        Place place = new Place(jurisdiction.code(), period);
        long version = tree.children(jurisdiction).stream()
                .mapToLong(child -> version(child, period))
                .sum();
        if (counts(place)) {
            version +=
                    history.revisions().getOrDefault(place, NewestRevision.NONE).number();
        }
        if (version > 0) {
            versions.put(place, version);
        }
        return version;
    }

    private boolean counts(Place place) {
        return NotCounted.ofPlace(place, tree).isEmpty();
    }

    private Rollup rollup(Jurisdiction jurisdiction, String period) {
        Place place = new Place(jurisdiction.code(), period);
        Report own = counts(place) ? history.current().get(place) : null;
        List<Rollup> below = tree.children(jurisdiction).stream()
                .map(child -> rollup(child, period))
                .toList();
        if (own == null && below.stream().allMatch(Rollup::isEmpty)) {
            return Rollup.EMPTY;
        }
        Map<String, Rollup.Cell> cells = new HashMap<>();
        for (Indicator indicator : catalog.all()) {
            Tally given = own == null ? Tally.NONE : Given.by(own, indicator);
            Tally subordinates = indicator.kind() == IndicatorKind.LOCAL
                    ? Tally.NONE
                    : below.stream().map(child -> effective(child, indicator)).reduce(Tally.NONE, Tally::plus);
            if (given.isPresent() || subordinates.isPresent()) {
                cells.put(indicator.code(), new Rollup.Cell(given, subordinates));
            }
        }
        boolean bare = own != null && !own.hasFigures();
        Rollup rollup = new Rollup(
                own == null ? null : own.scope().name(),
                own != null && !bare,
                (own == null ? 0 : 1) + below.stream().mapToInt(Rollup::reports).sum(),
                (bare ? 1 : 0)
                        + below.stream().mapToInt(Rollup::reportsWithoutFigures).sum(),
                cells);
        rollups.put(place, rollup);
        return rollup;
    }

    private static Tally effective(Rollup rollup, Indicator indicator) {
        Rollup.Cell cell = rollup.cells().get(indicator.code());
        if (cell == null) {
            return Tally.NONE;
        }
        boolean standsForAll = cell.own().isPresent() && Scope.WHOLE_AREA.name().equals(rollup.scope());
        return standsForAll ? cell.own() : cell.own().plus(cell.subordinates());
    }
}
