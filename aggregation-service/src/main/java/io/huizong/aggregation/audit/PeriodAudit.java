package io.huizong.aggregation.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/**
 * Recomputes the totals of one period from its current reports by the plain rule and compares. A jurisdiction without
 * children is compared at once; all others wait until everything is read, so that memory grows only with the
 * jurisdictions that have children. Not thread-safe.
 */
final class PeriodAudit {

    private final Period period;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ObjectMapper json;
    private final Consumer<CellDifference> differences;
    private final Map<String, StoredState> waiting = new HashMap<>();
    private final Map<String, ExpectedRollup> expectations = new HashMap<>();

    PeriodAudit(
            String period,
            DivisionTree tree,
            IndicatorCatalog catalog,
            ObjectMapper json,
            Consumer<CellDifference> differences) {
        this.period = Period.parse(period);
        this.tree = tree;
        this.catalog = catalog;
        this.json = json;
        this.differences = differences;
    }

    /** Adds one jurisdiction of the period; all must be added, in any order. */
    void take(StoredState stored) {
        Optional<Jurisdiction> jurisdiction = tree.get(stored.jurisdiction());
        boolean counts =
                jurisdiction.filter(known -> known.existsIn(period.year())).isPresent();
        StoredState place = counts ? stored : stored.uncounted();
        if (jurisdiction.filter(this::standsAboveOthers).isPresent()) {
            waiting.put(place.jurisdiction(), place);
        } else {
            compare(place, jurisdiction.map(Jurisdiction::parent).orElse(null));
        }
    }

    /** Compares what waits, once all were added. */
    void finish() {
        if (standsAboveOthers(tree.root())) {
            compareWithAllBelow(tree.root());
        }
    }

    private boolean standsAboveOthers(Jurisdiction jurisdiction) {
        return !tree.children(jurisdiction).isEmpty();
    }

    private void compareWithAllBelow(Jurisdiction jurisdiction) {
        tree.children(jurisdiction).stream().filter(this::standsAboveOthers).forEach(this::compareWithAllBelow);
        StoredState place = waiting.getOrDefault(jurisdiction.code(), StoredState.nothing(jurisdiction.code()));
        compare(place, jurisdiction.parent());
    }

    private void compare(StoredState place, String parent) {
        ExpectedRollup expected = expectation(place.jurisdiction());
        expected.revised(place.revisions());
        if (place.hasReport()) {
            report(place).ifPresent(report -> expected.own(report, ReportedAmounts.of(report, catalog)));
        }
        expected.compare(
                place.rollup(),
                (indicator, field, wanted, found) -> differences.accept(
                        new CellDifference(place.jurisdiction(), period.toString(), indicator, field, wanted, found)));
        if (parent != null) {
            expectation(parent).below(expected, this::isSummed);
        }
        expectations.remove(place.jurisdiction());
    }

    private ExpectedRollup expectation(String jurisdiction) {
        return expectations.computeIfAbsent(jurisdiction, untouched -> new ExpectedRollup());
    }

    private Optional<Report> report(StoredState place) {
        try {
            if (place.report() != null) {
                return Optional.of(json.readValue(place.report(), Report.class));
            }
        } catch (JsonProcessingException e) {
            // Reported below, like one that is missing.
        }
        differences.accept(new CellDifference(
                place.jurisdiction(), period.toString(), null, "report", "the report of the current submission", null));
        return Optional.empty();
    }

    private boolean isSummed(String indicator) {
        return catalog.get(indicator).filter(known -> !known.kind().isSummed()).isEmpty();
    }
}
